import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { describeWith } from '../required.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const RECIPE = join(ROOT, 'pipelines', 'spark', 'extract.py')
const MAIN = join(ROOT, 'dist', 'cli', 'main.js')
/** The Python that has pyspark. */
const PYTHON = process.env.HEARSAY_PYTHON ?? 'python3'

const hasSpark =
  spawnSync(PYTHON, ['-c', 'import pyspark']).status === 0 && spawnSync('java', ['-version']).status === 0

const ARTICLES = 240
const PARTS = 8

describeWith(
  'spark',
  hasSpark,
  'no Python with pyspark and no Java: name one in HEARSAY_PYTHON',
  'the recipe for Apache Spark',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-spark-'))
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true })
    })
    const lines = dump()
    mkdirSync(join(folder, 'in'))
    for (let part = 0; part < PARTS; part++) {
      const own = lines.filter((_, index) => index % PARTS === part)
      writeFileSync(join(folder, 'in', `part-${part}.jsonl`), own.map((line) => `${line}\n`).join(''))
    }
    const single = spawnSync(process.execPath, [MAIN, 'pipe'], { input: `${lines.join('\n')}\n`, encoding: 'utf8', maxBuffer: 1e9 }) // prettier-ignore
    const answers = single.stdout.trimEnd().split('\n')

    it('gives the same rows as one process, though one of two workers is killed half-way', async () => {
      const { code, killed, err } = await spark(join(folder, 'in'), join(folder, 'out'))
      expect(killed, err).toBe(true)
      expect(code, err).toBe(0)
      expect(rows(join(folder, 'out', 'records'))).toEqual(answers.filter((line) => !line.includes('"error":')).sort())
      const quarantine = rows(join(folder, 'out', 'quarantine')).map(
        (line) => JSON.parse(line) as { code: string; article: string },
      )
      expect(quarantine.map(({ code: own, article }) => [own, article])).toEqual([['bad-json', '{"broken']])
    })
  },
)

/** Articles of the corpus, each of them several times with ids of its own, and one broken line. */
function dump(): string[] {
  const corpus = join(ROOT, 'corpus')
  const texts = readdirSync(corpus)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(corpus, name), 'utf8'))
  const lines = Array.from({ length: ARTICLES }, (_, k) =>
    JSON.stringify({ id: `a${k}`, text: texts[k % texts.length] }),
  )
  lines.splice(100, 0, '{"broken')
  return lines
}

/** Runs the recipe on two workers, and kills one of them once both have begun. */
function spark(input: string, output: string): Promise<{ code: number | null; killed: boolean; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(PYTHON, [RECIPE, input, output, '--hearsay', `${process.execPath} ${MAIN}`], {
      env: {
        ...process.env,
        SPARK_LOCAL_IP: '127.0.0.1',
        PYSPARK_PYTHON: PYTHON,
        PYSPARK_SUBMIT_ARGS: '--master local-cluster[2,1,1024] --conf spark.ui.enabled=false pyspark-shell',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    let killed = false
    const timer = setInterval(() => {
      const own = descendantsOf(child.pid!)
      const pipes = own.filter(({ command }) => command.includes('main.js\0pipe'))
      const workers = own.filter(({ command }) => command.includes('CoarseGrainedExecutorBackend'))
      if (killed || pipes.length < 2 || workers.length < 2) return
      process.kill(workers[0].id, 'SIGKILL')
      killed = true
      clearInterval(timer)
    }, 100)
    child.on('close', (code) => {
      clearInterval(timer)
      resolve({ code, killed, err: err.slice(-4000) })
    })
  })
}

interface Process {
  readonly id: number
  readonly parent: number
  readonly command: string
}

/** The processes that a process has started, and those that they have. */
function descendantsOf(id: number): Process[] {
  const all = readdirSync('/proc').flatMap((name): Process[] => {
    if (!/^\d+$/.test(name)) return []
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      const parent = Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1])
      return [{ id: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }]
    } catch {
      return [] // It has ended since the list was made.
    }
  })
  const found = new Set([id])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const one of all) if (found.has(one.parent)) found.add(one.id)
  }
  return all.filter((one) => one.id !== id && found.has(one.id))
}

/** The lines of all parts of a folder, sorted. */
function rows(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('part-'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .sort()
}
