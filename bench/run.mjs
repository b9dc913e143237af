/**
 * Whole runs: words a second to JSONL with one thread and with two, to each other sink in proportion to that, with processor time and bytes, and
 * peak memory at so many articles and at ten times as many. Ratios are of one invocation. Build first: npm run build && node bench/run.mjs [FILE.jsonl…]
 *
 * Without files, the raw text of polnear-train, --times N over under new ids (for speed 9 by default, else 3): each thread compiles the code it
 * runs for itself, some 8 seconds of processor time, which short runs are mostly made of, and its heap settles after some thousand articles.
 * --rounds N repeats the comparison, --small cuts articles into pieces of some 50 words; --only speed, sinks or memory leaves out the rest,
 * --sinks parquet,sqlite other sinks than JSONL and these.
 */
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startPostgres } from './postgres.mjs'

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const DATA = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))

const args = process.argv.slice(2)
const small = args.includes('--small')
const times = (fallback) => (args.includes('--times') ? Number(args[args.indexOf('--times') + 1]) : fallback)
const rounds = args.includes('--rounds') ? Number(args[args.indexOf('--rounds') + 1]) : 1
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
const does = (part) => only === undefined || only === part
const named = args.filter((arg) => arg.endsWith('.jsonl'))
const files = named.length > 0 ? named : [join(DATA, 'attribution/polnear-train.jsonl')]

const texts = files
  .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line).text)
  .flatMap((text) => (small ? text.split(/\n\n/).filter((paragraph) => paragraph.length > 20) : [text]))
  .slice(0, small ? 10_000 : undefined)

const SINKS = [
  'jsonl:out.jsonl',
  'jsonl:out.jsonl.gz',
  'csv:out.csv',
  'csv:out.csv.gz',
  'parquet:out.parquet',
  'sqlite:out.db',
  'postgres:',
]
const chosen = args.includes('--sinks') ? args[args.indexOf('--sinks') + 1].split(',') : undefined
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-run-'))
try {
  console.log(`${files.join(', ')}: ${texts.length} articles${small ? ' of a paragraph each' : ''}`)
  const ratios = []
  if (does('speed')) dump('dump.jsonl', times(9))
  for (let round = 0; does('speed') && round < rounds; round++) {
    const one = await run('dump.jsonl', 1)
    const two = await run('dump.jsonl', 2)
    ratios.push(two.speed / one.speed)
    report('1 thread', one)
    report('2 threads', two)
    console.log(`2 threads to 1: ${ratios.at(-1).toFixed(2)}`)
  }
  if (does('sinks')) {
    const dumped = dump('dump.jsonl', times(3))
    const server = await startPostgres()
    const database = () => server.client.query('SELECT pg_database_size(current_database()) AS bytes')
    try {
      const jsonl = await run('dump.jsonl', 2)
      for (const to of SINKS.filter((to) => chosen === undefined || chosen.some((part) => to.includes(part)))) {
        const before = Number((await database()).rows[0].bytes)
        const found = to === 'jsonl:out.jsonl' ? jsonl : await run('dump.jsonl', 2, to, server.environment)
        const bytes =
          to === 'postgres:'
            ? Number((await database()).rows[0].bytes) - before
            : sizeOf(join(folder, to.replace(/^[a-z]+:/, '')))
        report(to, found)
        console.log(
          `  ${((found.speed / jsonl.speed) * 100).toFixed(0)} % of JSONL, ${(found.processor / (dumped / 1e6) / 3600).toFixed(1)} CPU hours and ${(bytes / dumped / 1e3).toFixed(1)} GB for a million articles`,
        )
      }
    } finally {
      await server.stop()
    }
  }
  if (does('memory')) {
    const part = dump('part.jsonl', times(3))
    const whole = dump('whole.jsonl', 10 * times(3))
    const [small, large] = [await run('part.jsonl', 2), await run('whole.jsonl', 2)]
    report(`2 threads, ${part} articles`, small)
    report(`2 threads, ${whole} articles`, large)
    console.log(`memory at ${whole} articles to that at ${part}: ${(large.peak / small.peak).toFixed(2)}`)
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** Writes the texts so many times, each time under new ids; gives how many articles that is. */
function dump(name, times) {
  writeFileSync(join(folder, name), '')
  for (let time = 0; time < times; time++) {
    const lines = texts.map((text, at) => `${JSON.stringify({ id: `${time}-${at}`, text })}\n`)
    appendFileSync(join(folder, name), lines.join(''))
  }
  return times * texts.length
}

/** One whole run: seconds from the start of the process to its end, those of its processor time, and the most memory that it ever had, in bytes. */
async function run(input, threads, to = 'jsonl:out.jsonl', environment = {}) {
  const command = ['run', '--input', input, '--to', to, '--restart', '--quiet', '--json-summary', '--threads', String(threads)] // prettier-ignore
  const started = performance.now()
  const child = spawn(process.execPath, [MAIN, ...command], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  let [peak, processor] = [0, 0]
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text))
  let code
  child.on('close', (status) => (code = status))
  // The kernel keeps the peak, as long as the process is there to be asked.
  while (code === undefined) {
    peak = Math.max(peak, peakOf(child.pid))
    processor = Math.max(processor, processorOf(child.pid))
    await setTimeout(50)
  }
  if (code !== 0) throw new Error(`expected the run to end with 0, got ${code}`)
  const seconds = (performance.now() - started) / 1000
  const { words } = JSON.parse(out)
  return { words, seconds, speed: words / seconds, peak, processor }
}

function peakOf(pid) {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0 // It has ended.
  }
}

/** Seconds of all its threads, up to the last look at it. */
function processorOf(pid) {
  try {
    // In hundredths, after the name in brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0 // It has ended.
  }
}

function sizeOf(path) {
  if (!statSync(path).isDirectory()) return statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

function report(what, { words, seconds, speed, peak, processor }) {
  const megabytes = Math.round(peak / 1e6)
  console.log(
    `${what}: ${words} words in ${seconds.toFixed(1)} s, ${Math.round(speed)} words/s, ${processor.toFixed(1)} s of processor time, peak ${megabytes} MB`,
  )
}
