/**
 * `kill -9` at random moments of `hearsay run`, then the same command again, until that many kills have hit: nothing may be lost or doubled,
 * so bytes or rows are compared with those of a run that nothing disturbed. One line a sink; exit code 1 where one differs.
 * Build first: npm run build && node bench/kills.mjs [--kills 50] [--seed 1] [SINK…]
 */
import Database from 'libsql'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { clearTimeout, setTimeout } from 'node:timers'
import { fileURLToPath } from 'node:url'
import { TABLE_NAMES, TABLES } from '../dist/output/database/tables.js'
import { startPostgres } from './postgres.mjs'

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url))

const args = process.argv.slice(2)
const asked = (name, fallback) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : fallback)
const kills = asked('--kills', 50)
const random = seeded(asked('--seed', 1))
const ADDRESSES = {
  jsonl: 'jsonl:out.jsonl',
  'jsonl.gz': 'jsonl:out.jsonl.gz',
  csv: 'csv:out.csv',
  'csv.gz': 'csv:out.csv.gz',
  parquet: 'parquet:out.parquet',
  sqlite: 'sqlite:out.db',
  postgres: 'postgres:',
}
const named = Object.keys(ADDRESSES).filter((sink) => args.includes(sink))
const sinks = named.length > 0 ? named : Object.keys(ADDRESSES)

let folders = 0
const root = mkdtempSync(join(tmpdir(), 'hearsay-bench-kills-'))
const server = sinks.includes('postgres') ? await startPostgres() : undefined
try {
  const articles = writeInput(join(root, 'in.jsonl'))
  for (const sink of sinks) await tryOut(sink, articles)
} finally {
  await server?.stop()
  rmSync(root, { recursive: true })
}

/** Paragraphs of the corpus under ids of their own, for some checkpoints, and one line in fifty broken. */
function writeInput(path) {
  const texts = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(CORPUS, name), 'utf8').split(/\n\n+/))
    .filter((paragraph) => paragraph.length > 40)
  const lines = Array.from({ length: 800 }, (_, at) =>
    at % 50 === 49 ? `{"id": "broken ${at}"` : JSON.stringify({ id: `a${at}`, text: texts[at % texts.length] }),
  )
  writeFileSync(path, `${lines.join('\n')}\n`)
  return lines.length
}

async function tryOut(sink, articles) {
  const undisturbed = freshFolder()
  const { seconds } = await run(sink, undisturbed)
  const expected = await contentsOf(sink, undisturbed)
  let [hit, runs, differing] = [0, 0, 0]
  const started = performance.now()
  while (hit < kills) {
    // One run, killed again and again until it ends by itself.
    const folder = freshFolder()
    for (let ended = false; !ended;) {
      // From when the models are there to the end; who goes on has less to do.
      const { killed } = await run(sink, folder, hit < kills ? seconds * (0.2 + 0.8 * random()) : undefined)
      if (killed) hit++
      else ended = true
    }
    runs++
    if ((await contentsOf(sink, folder)) !== expected) differing++
  }
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  console.log(
    `${sink}: ${hit} kills in ${runs} runs of ${articles} articles, ${differing === 0 ? 'all equal to the undisturbed one' : `${differing} DIFFER from the undisturbed one`} (${minutes} min)`,
  )
  if (differing > 0) process.exitCode = 1
}

function freshFolder() {
  return { path: mkdtempSync(join(root, 'run-')), schema: `run_${++folders}` }
}

/** One command, killed after so many seconds where it still runs then. */
async function run(sink, { path, schema }, killAfter) {
  const command = ['run', '--input', '../in.jsonl', '--to', ADDRESSES[sink], '--quiet', '--threads', '2', '--schema', schema] // prettier-ignore
  const env = { ...process.env, ...server?.environment }
  const started = performance.now()
  const child = spawn(process.execPath, [MAIN, ...command], { cwd: path, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const clock = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter * 1000)
  const [code, signal] = await new Promise((resolve) => child.on('close', (...ended) => resolve(ended)))
  clearTimeout(clock)
  // Broken lines are findings, unless the run that was killed had come to its end.
  if (signal === null && code !== 1 && code !== 0) throw new Error(`expected the run to end, got exit code ${code}`)
  return { killed: signal === 'SIGKILL', seconds: (performance.now() - started) / 1000 }
}

/** What stands for all that a run left. */
async function contentsOf(sink, { path, schema }) {
  const hash = createHash('sha256')
  const quarantine = readdirSync(path).find((name) => name.endsWith('.quarantine'))
  hash.update(readFileSync(join(path, quarantine, 'index.jsonl')))
  if (sink === 'sqlite') {
    const database = new Database(join(path, 'out.db'))
    for (const name of TABLE_NAMES) hash.update(JSON.stringify(database.prepare(selectAll(name)).raw().all()))
    database.close()
  } else if (sink === 'postgres') {
    for (const name of TABLE_NAMES)
      hash.update(JSON.stringify((await server.client.query({ text: selectAll(name, `${schema}.`), rowMode: 'array' })).rows)) // prettier-ignore
  } else {
    const output = ADDRESSES[sink].replace(/^[a-z]+:/, '')
    const files = sink === 'parquet' ? readdirSync(join(path, output), { recursive: true }).sort() : ['']
    for (const file of files)
      if (sink !== 'parquet' || file.endsWith('.parquet')) hash.update(file).update(readFileSync(join(path, output, file))) // prettier-ignore
  }
  return hash.digest('hex')
}

function selectAll(name, schema = '') {
  const { columns, key } = TABLES[name]
  const quoted = (column) => `"${column}"`
  return `SELECT ${Object.keys(columns).map(quoted).join(', ')} FROM ${schema}"${name}" ORDER BY ${key.map(quoted).join(', ')}`
}

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
