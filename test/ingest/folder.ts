import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { readArticles, type IngestFailure, type ReadOptions } from '../../src/ingest/index.js'
import type { Article } from '../../src/record/article.js'

const made: string[] = []
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A fresh folder named `news` with these files; it goes when the test file ends. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const base = mkdtempSync(join(tmpdir(), 'hearsay-ingest-'))
  made.push(base)
  const folder = join(base, 'news')
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** All that reading gives, apart: articles, and failures as their one line without the folder's path. */
export async function readAll(
  inputs: readonly string[],
  options?: ReadOptions,
): Promise<{ articles: Article[]; failures: IngestFailure[]; lines: string[] }> {
  const articles: Article[] = []
  const failures: IngestFailure[] = []
  for await (const found of readArticles(inputs, options)) {
    if ('error' in found) failures.push(found)
    else articles.push(found)
  }
  const lines = failures.map(({ error }) => error.toLine().replace(/\S*hearsay-ingest-\w+\//g, ''))
  return { articles, failures, lines }
}

/** A standard input that holds these chunks. */
export async function* stdinWith(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
}
