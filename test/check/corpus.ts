import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { check, type CheckOptions, type Finding, type Outcome } from '../../src/check/index.js'

/** An article that no rule finds anything in. */
export const SOUND =
  'PORT ELLERY, March 12, 2024 - The harbour will close on Friday, the mayor, Oda Brekvist, said on Tuesday.\n\n' +
  '"We have waited long enough for the old pier to be mended," Brekvist told reporters. "The work begins at once."\n'

/** A folder with files of the given content, and what removes it. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'hearsay-check-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true })
    },
  }
}

/** Checks files that are made for it. */
export async function checked(
  files: Readonly<Record<string, string | Buffer>>,
  options: CheckOptions = { extract: false },
): Promise<Outcome> {
  const folder = folderOf(files)
  try {
    return await check([folder.path], options)
  } finally {
    folder.remove()
  }
}

/** What a rule found. */
export function findingsOf({ rules }: Outcome, id: string): readonly Finding[] {
  const found = rules.find(({ rule }) => rule.id === id)
  if (found === undefined) throw new Error(`the rule ${id} did not run`)
  return found.findings
}

/** JSON lines. */
export const lines = (...values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')

export function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }) // prettier-ignore
}
