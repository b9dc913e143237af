import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { RunControl } from '../../src/run/index.js'

/** Threads that extract nothing, and die, hang or fail where an article's id begins so. */
export const TOY_WORKER = new URL('./worker.mjs', import.meta.url)

/** Threads as users have them. */
export const WORKER = new URL('../../dist/run/worker.js', import.meta.url)

/** A folder for one test, with files in it. */
export function folderWith(files: Readonly<{ [name: string]: string | Buffer }>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-run-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** JSON lines of articles with these ids, or with ids and texts. */
export function articles(
  ids: readonly string[],
  textOf = (id: string) => `The mayor said on Monday that ${id} would close.`,
): string {
  return ids.map((id) => `${JSON.stringify({ id, text: textOf(id) })}\n`).join('')
}

export function numbered(count: number, prefix = 'a'): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${at}`)
}

/** The records of a file of JSON lines. */
export function idsIn(path: string): string[] {
  return linesIn(path).map(({ id }) => String(id))
}

export function linesIn(path: string): { [name: string]: unknown }[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as { [name: string]: unknown })
}

export const TOY: RunControl = { worker: TOY_WORKER }
