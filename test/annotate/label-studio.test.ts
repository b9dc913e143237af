import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { hearsay } from '../cli/command.js'
import { describeWith } from '../required.js'

/** The Python that has Label Studio, whose command lies beside it. */
const PYTHON = process.env.HEARSAY_PYTHON ?? 'python3'
const hasLabelStudio = spawnSync(PYTHON, ['-c', 'import label_studio']).status === 0

/** Its first start makes a database, which takes minutes. */
const START = 900_000
const TOKEN = '0123456789abcdef0123456789abcdef01234567'

describeWith(
  'label-studio',
  hasLabelStudio,
  'no Python with label-studio: name one in HEARSAY_PYTHON',
  'Label Studio itself',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-label-studio-'))
    let server: ChildProcess | undefined
    afterAll(() => {
      server?.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    })

    it('takes the export, and what it gives back is the gold that went in', { timeout: START + 60_000 }, async () => {
      const names = readdirSync('corpus').filter((name) => name.endsWith('.json'))
      for (const name of names) {
        // Emoji, a combining mark and other line ends shift what tools count.
        const text = readFileSync(join('corpus', name.replace('.json', '.txt')), 'utf8')
        writeFileSync(
          join(folder, name.replace('.json', '.txt')),
          `😀 e\u0301\r\n${text.replaceAll('\n\n', '\r\n\r\n')}`,
        )
      }
      expect(hearsay(folder, ['extract', '*.txt', '-o', 'records.jsonl']).code).toBe(0)
      const exported = hearsay(folder, [
        'export',
        'records.jsonl',
        '--input',
        '*.txt',
        '--to',
        'label-studio',
        '-o',
        'tasks.json',
      ])
      expect(exported).toMatchObject({ code: 0, err: expect.stringContaining(`articles: ${names.length}, `) as string })

      const port = await freePort()
      server = startServer(folder, port)
      const call = await callerOf(port, server)
      const project = (await call('POST', '/api/projects', {
        title: 'Hearsay',
        label_config: readFileSync(join(folder, 'tasks.xml'), 'utf8'),
      })) as { id: number }
      const tasks = JSON.parse(readFileSync(join(folder, 'tasks.json'), 'utf8')) as object[]
      expect(await call('POST', `/api/projects/${project.id}/import`, tasks)).toMatchObject({
        task_count: names.length,
        prediction_count: names.length,
      })
      // What a person does who finds nothing to correct.
      const listed = (await call('GET', `/api/tasks?project=${project.id}&fields=all&page_size=100`)) as {
        tasks: { id: number; predictions: { result: unknown }[] }[]
      }
      for (const { id, predictions } of listed.tasks) {
        await call('POST', `/api/tasks/${id}/annotations`, { result: predictions[0].result })
      }
      writeFileSync(
        join(folder, 'annotated.json'),
        JSON.stringify(await call('GET', `/api/projects/${project.id}/export?exportType=JSON`)),
      )

      const imported = hearsay(folder, ['import', 'annotated.json', '--from', 'label-studio', '-o', 'gold.jsonl'])
      expect(imported).toMatchObject({ code: 0, err: exported.err })
      expect(hearsay(folder, ['export', 'records.jsonl', '--input', '*.txt', '--to', 'brat', '-o', 'brat']).code).toBe(
        0,
      )
      expect(hearsay(folder, ['import', 'brat', '--from', 'brat', '-o', 'expected.jsonl']).code).toBe(0)
      expect(linesOf(join(folder, 'gold.jsonl'))).toEqual(linesOf(join(folder, 'expected.jsonl')))
    })
  },
)

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n').sort()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}

/** A server on loopback with a database of its own, which asks nobody for news and tells nobody of itself. */
function startServer(folder: string, port: number): ChildProcess {
  const command = join(dirname(PYTHON), 'label-studio')
  const user = ['--username', 'a@example.com', '--password', 'not-a-secret', '--user-token', TOKEN]
  return spawn(command, ['start', '--no-browser', '--internal-host', '127.0.0.1', '--port', String(port), ...user], {
    env: {
      ...process.env,
      LABEL_STUDIO_BASE_DATA_DIR: join(folder, 'data'),
      SECRET_KEY: 'of a test',
      LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN: 'true',
      LATEST_VERSION_CHECK: 'false',
      COLLECT_ANALYTICS: 'false',
      SENTRY_DSN: '',
      FRONTEND_SENTRY_DSN: '',
    },
    stdio: 'ignore',
  })
}

/** Waits until the server answers, and gives what calls it. */
async function callerOf(
  port: number,
  server: ChildProcess,
): Promise<(method: string, path: string, body?: unknown) => Promise<unknown>> {
  const root = `http://127.0.0.1:${port}`
  for (const end = Date.now() + START; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    if (server.exitCode !== null) throw new Error(`expected a server, got one that ended with ${server.exitCode}`)
    if (Date.now() > end) throw new Error('expected a server that answers in time, got none')
    const answer = await fetch(`${root}/health`).catch(() => undefined)
    if (answer?.ok) break
  }
  return async (method, path, body) => {
    const answer = await fetch(root + path, {
      method,
      headers: { Authorization: `Token ${TOKEN}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`)
    return JSON.parse(text) as unknown
  }
}
