import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { HearsayError } from '../record/errors.js'
import { FileSet } from './file-set.js'

const run = promisify(execFile)

/** Of what a repository's settings name, no monitor of files and no hook is run. Filters of files are, as `git status` runs them: they belong to the settings of whoever cloned it. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']

const MOST_OUTPUT = 256e6

/**
 * The files that changed since a commit: those that differ from where both histories part, and those that git
 * does not track. Where the histories have nothing in common, such as in a clone that holds the last commit alone, those that differ from
 * the commit itself.
 * @param reference A branch, a tag or a commit. It may hold anything: git is given it behind `--end-of-options`, and no shell.
 * @throws HearsayError `usage` where there is no repository, no git, or no such commit
 */
export async function changedSince(reference: string, folder = process.cwd()): Promise<FileSet> {
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', [...SAFE, ...args], { cwd: folder, maxBuffer: MOST_OUTPUT })).stdout
  const top = await orUsage(git('rev-parse', '--show-toplevel'), 'expected a git repository for --changed-since')
  const root = top.replace(/\n$/, '')
  const lost = `expected a commit for --changed-since, got "${reference}"; fetch it first where it is of another branch`
  // Git reads on behind a NUL as if there were none; Node throws.
  if (reference.includes('\0')) throw new HearsayError('usage', lost)
  const verify = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`)
  const commit = (await orUsage(verify, lost)).trim()
  const since = await git('merge-base', commit, 'HEAD').then(
    (base) => base.trim(),
    () => commit,
  )
  const differing = git('diff', '--name-only', '-z', '--no-renames', '--no-relative', '--diff-filter=d', '--no-ext-diff', '--no-textconv', since, '--') // prettier-ignore
  const untracked = git('ls-files', '--others', '--exclude-standard', '-z', '--full-name', `:/`)
  const names = (await Promise.all([differing, untracked])).flatMap((list) => list.split('\0'))
  return new FileSet(names.filter((name) => name !== '').map((name) => join(root, name)))
}

async function orUsage<T>(work: Promise<T>, message: string): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw new HearsayError('usage', message, {}, { cause })
  }
}
