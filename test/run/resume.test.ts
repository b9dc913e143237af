import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articles, idsIn, numbered } from './setting.js'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const COUNT = 800

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly err: string
  readonly milliseconds: number
}

/** Runs `hearsay run` in the folder, and ends it by a signal when `when` says so. */
async function hearsayRun(output: string, signal?: NodeJS.Signals, when?: () => boolean): Promise<Ended> {
  const started = performance.now()
  const args = [MAIN, 'run', '--input', 'in.jsonl', '--to', `jsonl:${output}`, '--threads', '2']
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const clock = setInterval(() => {
    if (signal !== undefined && when?.() === true) {
      clearInterval(clock)
      child.kill(signal)
    }
  }, 2)
  return new Promise((resolve) => {
    child.on('close', (code, ended) => {
      clearInterval(clock)
      resolve({ code, signal: ended, err, milliseconds: performance.now() - started })
    })
  })
}

let folder: string
let milliseconds: number

/** The bytes of a run that nothing disturbed. */
let undisturbed: Buffer

beforeAll(async () => {
  const half = COUNT / 2
  folder = mkdtempSync(join(tmpdir(), 'hearsay-resume-'))
  // One of them is broken.
  writeFileSync(join(folder, 'in.jsonl'), `${articles(numbered(half))}{"id": broken\n${articles(numbered(half, 'b'))}`)
  const ended = await hearsayRun('undisturbed.jsonl')
  expect(ended.err).toContain('bad-json 1')
  expect(ended.code).toBe(1)
  milliseconds = ended.milliseconds
  undisturbed = readFileSync(join(folder, 'undisturbed.jsonl'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a run that is killed', () => {
  // At each step, and into every kind of output: kills.test.ts.
  it('five times at any moment goes on to the bytes of one that nothing disturbed', async () => {
    const name = 'out.jsonl'
    let killed = 0
    for (let round = 0; round < 5; round++) {
      // From the loading of the models to the end, which a run that goes on comes to sooner.
      const at = performance.now() + milliseconds * (0.2 + Math.random() * 0.7)
      const { signal } = await hearsayRun(name, 'SIGKILL', () => performance.now() > at)
      if (signal === 'SIGKILL') killed++
    }
    expect(killed).toBeGreaterThan(0)
    const last = await hearsayRun(name)
    expect(last.err).toContain(`in ${COUNT} articles, all runs together`)
    expect(readFileSync(join(folder, name)).equals(undisturbed)).toBe(true)
    const index = readFileSync(join(folder, `${name}.quarantine`, 'index.jsonl'), 'utf8')
    expect(index.trim().split('\n')).toHaveLength(1)
  })
})

describe('a run that is asked to stop', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s finishes what is in hand, says how to go on, and goes on', async (signal, code) => {
    const name = `${signal}.jsonl`
    const journal = join(folder, `${name}.journal`)
    // The line after the first is a checkpoint.
    const isUnderWay = () => existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > 2
    const stopped = await hearsayRun(name, signal, isUnderWay)
    expect(stopped.err).toContain('the same command goes on')
    expect(stopped.code).toBe(code)
    const done = idsIn(join(folder, name)).length
    expect(done).toBeGreaterThanOrEqual(255)
    expect(done).toBeLessThan(COUNT)
    await hearsayRun(name)
    expect(readFileSync(join(folder, name)).equals(undisturbed)).toBe(true)
  })
})
