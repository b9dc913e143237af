/**
 * Whole runs to JSONL: words a second with one thread and with two, and peak memory at once and at ten times the articles. Ratios are of one
 * invocation. Build first: npm run build && node bench/run.mjs [FILE.jsonl…]
 *
 * Without files, the raw text of polnear-train, --times N over (3 by default) under new ids: each thread compiles the code it runs for itself, some
 * 8 seconds of processor time, which short runs are mostly made of. --rounds N repeats the comparison, --small cuts articles into pieces of some
 * 50 words.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const DATA = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))

const args = process.argv.slice(2)
const small = args.includes('--small')
const times = args.includes('--times') ? Number(args[args.indexOf('--times') + 1]) : 3
const rounds = args.includes('--rounds') ? Number(args[args.indexOf('--rounds') + 1]) : 1
const memory = !args.includes('--no-memory')
const named = args.filter((arg) => arg.endsWith('.jsonl'))
const files = named.length > 0 ? named : [join(DATA, 'attribution/polnear-train.jsonl')]

const texts = files
  .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line).text)
  .flatMap((text) => (small ? text.split(/\n\n/).filter((paragraph) => paragraph.length > 20) : [text]))
  .slice(0, small ? 10_000 : undefined)

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-run-'))
try {
  console.log(`${files.join(', ')}: ${texts.length} articles${small ? ' of a paragraph each' : ''}`)
  dump('dump.jsonl', times)
  const ratios = []
  for (let round = 0; round < rounds; round++) {
    const one = await run('dump.jsonl', 1)
    const two = await run('dump.jsonl', 2)
    ratios.push(two.speed / one.speed)
    report('1 thread', one)
    report('2 threads', two)
    console.log(`2 threads to 1: ${ratios.at(-1).toFixed(2)}`)
  }
  if (memory) {
    const part = dump('part.jsonl', 1, Math.ceil(texts.length / 10))
    const whole = dump('whole.jsonl', 1)
    const [small, large] = [await run('part.jsonl', 2), await run('whole.jsonl', 2)]
    report(`2 threads, ${part} articles`, small)
    report(`2 threads, ${whole} articles`, large)
    console.log(
      `memory at ${(whole / part).toFixed(0)} times the articles: ${(large.peak / small.peak).toFixed(2)} times`,
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** Writes the texts so many times, each time under new ids. */
function dump(name, times, count = texts.length) {
  const lines = []
  for (let time = 0; time < times; time++)
    for (let at = 0; at < count; at++) lines.push(JSON.stringify({ id: `${time}-${at}`, text: texts[at] }))
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  return lines.length
}

/** One whole run: seconds from the start of the process to its end, and the most memory that it ever had, in bytes. */
async function run(input, threads) {
  const command = ['run', '--input', input, '--to', 'jsonl:out.jsonl', '--restart', '--quiet', '--json-summary', '--threads', String(threads)] // prettier-ignore
  const started = performance.now()
  const child = spawn(process.execPath, [MAIN, ...command], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  let peak = 0
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text))
  let code
  child.on('close', (status) => (code = status))
  // The kernel keeps the peak, as long as the process is there to be asked.
  while (code === undefined) {
    peak = Math.max(peak, peakOf(child.pid))
    await setTimeout(50)
  }
  if (code !== 0) throw new Error(`expected the run to end with 0, got ${code}`)
  const seconds = (performance.now() - started) / 1000
  const { words } = JSON.parse(out)
  return { words, seconds, speed: words / seconds, peak }
}

function peakOf(pid) {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0 // It has ended.
  }
}

function report(what, { words, seconds, speed, peak }) {
  const megabytes = Math.round(peak / 1e6)
  console.log(`${what}: ${words} words in ${seconds.toFixed(1)} s, ${Math.round(speed)} words/s, peak ${megabytes} MB`)
}
