import { once } from 'node:events'
import { createWriteStream, openSync, rmSync, unlinkSync } from 'node:fs'
import { access, constants, realpath, rename, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { PassThrough, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { notWritable } from './failure.js'

/** Where text goes: a file, or a stream that is already open. Every failure is a HearsayError `output-not-writable`. */
export interface Destination {
  /** Writes `text`, and waits while the other end is behind. */
  write(text: string): Promise<void>
  /** Resolves when all is written and a file stands under its name. */
  close(): Promise<void>
  /** Gives up at once, without waiting for anything: of a file nothing is left. */
  discard(): void
}

/** A stream that others opened and that stays open, such as `process.stdout`; `name` is for errors. */
export function streamDestination(stream: Writable, name: string): Destination {
  const head = new PassThrough()
  return destination(name, head, pipeline(head, stream, { end: false }))
}

/**
 * The file at `path`, compressed where its name ends in `.gz`. It is written under a temporary name beside it and renamed when
 * complete, so that nobody sees half a file. What is no regular file, such as a named pipe, is written in place.
 */
export async function fileDestination(path: string): Promise<Destination> {
  try {
    const { written, complete, mode } = await targetOf(path)
    // What has the temporary name is left of a process that was killed and had this one's number, as the first of a container has.
    if (complete !== undefined) rmSync(written, { force: true })
    // Synchronous: from the moment when the file is there, the caller can discard it, also when a signal comes.
    const fd = openSync(written, complete === undefined ? 'w' : 'wx', mode)
    const sink = createWriteStream(written, { fd, flush: complete !== undefined })
    const head = isGzipName(path) ? createGzip() : new PassThrough()
    const done = pipeline(head, sink)
    if (complete === undefined) return destination(path, head, done)
    const renamed = done.then(() => rename(written, complete))
    return destination(path, head, renamed, () => {
      unlinkSync(written)
    })
  } catch (error) {
    throw notWritable(path, error)
  }
}

/** Whether a file of this name is compressed: in any case of its letters, as whoever reads it again takes the name. */
export function isGzipName(path: string): boolean {
  return /\.gz$/i.test(path)
}

/** What goes into `head` arrives by the time `done` resolves. */
function destination(name: string, head: Writable, done: Promise<void>, remove?: () => void): Destination {
  let open = true
  // Whoever writes or closes next is told; until then nobody waits for it.
  done.catch(() => undefined)
  return {
    async write(text) {
      try {
        if (head.destroyed) await done
        else if (!head.write(text)) await Promise.race([once(head, 'drain'), done])
      } catch (error) {
        throw notWritable(name, error)
      }
    },
    async close() {
      head.end()
      try {
        await done
        open = false
      } catch (error) {
        throw notWritable(name, error)
      }
    },
    discard() {
      if (!open) return
      open = false
      head.destroy()
      remove?.()
    },
  }
}

/** The file to write and, unless it is written in place, the one that it becomes. */
async function targetOf(path: string): Promise<{ written: string; complete?: string; mode?: number }> {
  const existing = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (existing === undefined) return { written: temporaryFor(path), complete: path }
  if (!existing.isFile()) return { written: path }
  await access(path, constants.W_OK)
  const complete = await realpath(path)
  return { written: temporaryFor(complete), complete, mode: existing.mode & 0o777 }
}

/** How many files this process has begun: no two of them are in each other's way. */
let begun = 0

function temporaryFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}-${++begun}.tmp`)
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
