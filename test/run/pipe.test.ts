import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { pipe, type PipeOptions } from '../../src/run/pipe.js'
import { articles, numbered, TOY_WORKER } from './setting.js'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

async function piped(input: string, options: PipeOptions = {}): Promise<{ [name: string]: unknown }[]> {
  const lines = []
  for await (const { line } of pipe(Readable.from([Buffer.from(input)]), { worker: TOY_WORKER, ...options }))
    lines.push(JSON.parse(line) as { [name: string]: unknown })
  return lines
}

describe('a pipe', () => {
  it('gives a line for a line, in order, whichever is done first', async () => {
    const ids = numbered(40).map((id, at) => (at % 5 === 0 ? `later-${id}` : id))
    const lines = await piped(articles(ids), { threads: 2 })
    expect(lines.map(({ id }) => id)).toEqual(ids)
  })

  it('gives a failure in the place of what failed, and goes on', async () => {
    const input = `${articles(['a', 'fail-1'])}{"id":\n${articles(['b', 'b'])}\n{"id":"c","x":1}\n${articles(['die-1', 'd'])}`
    const lines = await piped(input)
    expect(lines.map(({ id }) => id)).toEqual(['a', 'fail-1', 'stdin#3', 'b', 'b', 'stdin#7', 'die-1', 'd'])
    expect(lines[1]).toEqual({
      version: 1,
      id: 'fail-1',
      error: { code: 'extraction-failed', message: 'expected a record, got a fault' },
    })
    expect(lines[2]).toMatchObject({ error: { code: 'bad-json', file: 'stdin', line: 3 } })
    expect(lines[5]).toMatchObject({ error: { code: 'no-text-field', file: 'stdin', line: 7 } })
    expect(lines[6]).toMatchObject({ error: { code: 'worker-died' } })
  })

  it('keeps what it says of a failure on one line, whatever a reader takes for the end of one', async () => {
    const input = Readable.from([Buffer.from('{"a\u0085\u2028\u009b":1}\n{"\u0085\n')])
    for await (const { line } of pipe(input, { worker: TOY_WORKER })) {
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
      expect(JSON.parse(line)).toHaveProperty('error')
    }
  })

  it('refuses an article over the limit alone', async () => {
    const lines = await piped(
      articles(['a', 'huge', 'b'], (id) => (id === 'huge' ? 'said '.repeat(1000) : 'He said so.')),
      {
        read: { maxSize: 1000 },
      },
    )
    expect(lines.map(({ error }) => (error as { code: string } | undefined)?.code)).toEqual([
      undefined,
      'too-large',
      undefined,
    ])
  })

  it('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [MAIN, 'pipe'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    for (const id of ['a', 'b']) {
      child.stdin.write(articles([id]))
      const { value } = (await answers.next()) as { value: string }
      expect(JSON.parse(value)).toMatchObject({ id, statements: [{ id: 's1' }] })
    }
    child.stdin.end()
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(code).toBe(0)
  })
})
