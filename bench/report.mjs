/**
 * The page of reports with 20,000 statements: how long it takes to make, to load, and to filter, in Chromium. Build first:
 * npm run build && node bench/report.mjs [FILE.jsonl] [--statements N]
 *
 * FILE holds records, those of corpus/ without it. They are repeated under new ids, with new surnames for their speakers in every tenth
 * repetition, until there are as many statements. HEARSAY_CHROMIUM names Chromium where it is not in the usual place.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url))

const args = process.argv.slice(2)
const wanted = args.includes('--statements') ? Number(args[args.indexOf('--statements') + 1]) : 20_000
const [file] = args.filter((arg) => arg.endsWith('.jsonl'))

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-report-'))
try {
  const records = join(folder, 'records.jsonl')
  const statements = repeated(recordsOf(file), records)
  const page = join(folder, 'report.html')
  const started = performance.now()
  execFileSync(process.execPath, [MAIN, 'report', records, '-o', page], { stdio: ['ignore', 'inherit', 'pipe'] })
  const made = performance.now() - started
  console.log(
    `${statements} statements, page of ${(statSync(page).size / 1e6).toFixed(1)} MB, made in ${made.toFixed(0)} ms`,
  )
  await measure(page)
} finally {
  rmSync(folder, { recursive: true })
}

function recordsOf(file) {
  const lines = file === undefined ? execFileSync(process.execPath, [MAIN, 'extract', CORPUS]) : readFileSync(file)
  return lines
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** Writes the records so many times that they hold the statements wanted; gives how many there are. */
function repeated(records, into) {
  const lines = []
  let statements = 0
  for (let time = 0; statements < wanted; time++) {
    for (const record of records) {
      if (statements >= wanted) break
      const rename = (named) => (time % 10 === 0 ? named : { ...named, name: `${named.name} ${Math.floor(time / 10)}` })
      lines.push(
        JSON.stringify({
          ...record,
          id: `${record.id}-${time}`,
          entities: record.entities.map(rename),
          statements: record.statements.map((each) => ({
            ...each,
            speaker: each.speaker?.resolved ? rename(each.speaker) : each.speaker,
          })),
        }),
      )
      statements += record.statements.length
    }
  }
  writeFileSync(into, `${lines.join('\n')}\n`)
  return statements
}

async function measure(file) {
  const browser = await chromium.launch({
    executablePath: process.env.HEARSAY_CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const address = pathToFileURL(file).href
    for (const view of ['#overview', '#statements']) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      const metrics = await page.context().newCDPSession(page)
      await metrics.send('Performance.enable', { timeDomain: 'threadTicks' })
      const started = performance.now()
      await page.goto(address + view)
      await page.locator('h1').waitFor()
      await page.evaluate(`new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`)
      const spent = performance.now() - started
      // On a machine that does other things as well, this tells what the page itself takes.
      const { metrics: all } = await metrics.send('Performance.getMetrics')
      const busy = all.find(({ name }) => name === 'TaskDuration').value * 1000
      console.log(`load ${view}: ${spent.toFixed(0)} ms until drawn, ${busy.toFixed(0)} ms of the processor`)
      if (view === '#statements') await filters(page)
      await page.close()
    }
  } finally {
    await browser.close()
  }
}

/** From the input's event to the frame in which its result is drawn. */
async function filters(page) {
  const types = (text) => `document.querySelector('#search').value = '${text}';
    document.querySelector('#search').dispatchEvent(new Event('input'))`
  const actions = {
    'search for one letter': types('e'),
    'search for two words': types('said council'),
    'search for what is nowhere': types('zeppelin'),
    'search for nothing': types(''),
    'tick an act': `document.querySelector('input[value=deny]').click()`,
    'tick a kind': `document.querySelector('input[value=direct]').click()`,
    'tick with a number': `document.querySelector('input[value=any]').click()`,
    'press a speaker': `document.querySelector('.offers button').click()`,
    'clear all': `document.querySelector('.result-head button').click()`,
  }
  for (const [name, action] of Object.entries(actions)) {
    const spent = await page.evaluate(`new Promise((done) => {
      const started = performance.now()
      ${action}
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)))
    })`)
    console.log(`filter, ${name}: ${spent.toFixed(0)} ms until drawn`)
  }
}
