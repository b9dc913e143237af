import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RunOptions } from '../../src/run/index.js'
import { newerArticle, article, hostileArticle } from '../conformance/records.js'
import type { Place } from '../conformance/places.js'

const MORTAL = fileURLToPath(new URL('./mortal.mjs', import.meta.url))

/** How a run went that mortal.mjs conducted. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly err: string
  /** How many steps it took, where it came to its end. */
  readonly steps: number
}

export interface Trial {
  readonly options: Partial<RunOptions>
  readonly checkpointEvery?: number
  /** The step at which it is killed. */
  readonly killAt?: number
  readonly unreadable?: { readonly file: string; readonly after: number }
  readonly short?: boolean
  readonly retry?: string
  /** What the shell does before the command, such as setting limits. */
  readonly shell?: string
  readonly onStart?: (pid: number) => void
}

/** Writes an input of so many articles, one in twenty of which fails, one way or another; resolves with how many do not. */
export function writeInput(folder: string, count: number): number {
  const written = [article('sample'), hostileArticle('hostile'), newerArticle('newer')].map(({ record, text }, at) => ({
    record,
    // Each record has a text of its own, as long as the record says.
    text: at === 2 ? text.replace('harbour', 'Harbour') : text,
  }))
  const records = Object.fromEntries(written.map(({ record, text }) => [text, record]))
  writeFileSync(join(folder, 'records.json'), JSON.stringify({ producer: written[0].record.producer, records }))
  const lines = Array.from({ length: count }, (_, at) => {
    if (at % 40 === 19) return `{"id": "broken ${at}"`
    const text = at % 40 === 39 ? `fails ${at}` : written[at % 3].text
    return JSON.stringify({ id: `a${at}`, text })
  })
  writeFileSync(join(folder, 'in.jsonl'), `${lines.join('\n')}\n`)
  return count - 2 * Math.floor(count / 40)
}

/** Runs the input in `folder` into a place. */
export async function trial(folder: string, { address, options }: Place, asked: Trial): Promise<Ended> {
  const { shell, onStart, ...rest } = asked
  const { schema, environment } = options
  const spec = JSON.stringify({
    checkpointEvery: 24,
    ...rest,
    options:
      asked.retry === undefined
        ? {
            inputs: ['in.jsonl'],
            to: [address],
            threads: 2,
            ...(schema === undefined ? {} : { schema }),
            ...asked.options,
          }
        : asked.options,
  })
  const env = { ...process.env, ...environment, HEARSAY_TEST_RECORDS: join(folder, 'records.json') }
  const [command, parameters] =
    shell === undefined
      ? [process.execPath, [MORTAL, spec]]
      : ['bash', ['-c', `${shell}; exec "$0" "$@"`, process.execPath, MORTAL, spec]]
  const child = spawn(command, parameters, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  onStart?.(child.pid!)
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      const { steps } = out === '' ? { steps: NaN } : (JSON.parse(out) as { steps: number })
      resolve({ code, signal, err, steps })
    })
  })
}
