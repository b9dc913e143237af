import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { HearsayError } from '../record/errors.js'

const HELD = new Set<string>()

/**
 * Does work while a file says so: no two processes write one journal. What a process left that is gone is taken over.
 * @throws HearsayError `usage` where another process is at it, `output-not-writable` where the file cannot be written
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  if (HELD.has(path)) throw taken(path, process.pid)
  HELD.add(path)
  try {
    await take(path)
    try {
      return await work()
    } finally {
      await rm(path, { force: true })
    }
  } finally {
    HELD.delete(path)
  }
}

async function take(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, String(process.pid), { flag: 'wx' })
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') {
      const got = String(codeOf(cause) ?? cause)
      throw new HearsayError('output-not-writable', `expected a folder that can be written, got ${got}`, { file: dirname(path) }, { cause }) // prettier-ignore
    }
    const owner = Number(await readFile(path, 'utf8').catch(() => ''))
    if (isRunning(owner)) throw taken(path, owner)
    await writeFile(path, String(process.pid))
  }
}

function isRunning(pid: number): boolean {
  // Another process may have had this one's number, such as the first of a container that was started again.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function taken(file: string, pid: number): HearsayError {
  return new HearsayError('usage', `expected to be alone with this output, process ${pid} is writing it; remove the file where that is not so`, { file }) // prettier-ignore
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
