/**
 * `hearsay run` but for its threads, whose records are already made, and for what befalls it: `kill -9` at a step, or an input that the
 * system no longer reads. A step is a call that changes what is on the disk or in a database, most of which are parts of a checkpoint. Of a
 * write that is the last step half the bytes are written; of other calls every second is not begun, and the others are done. At its end
 * it prints how many steps it took.
 *
 * Its one argument is JSON: { options, checkpointEvery, killAt?, unreadable?: { file, after }, short?, retry? }. `after` is how many reads
 * go well; where `short` is true, the system takes at most half of what it is given to write, and says so; `retry` is the journal of a run
 * whose quarantine is extracted again in the place of the inputs.
 */
import Database from 'libsql'
import fs from 'node:fs'
import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const { options, checkpointEvery, killAt, unreadable, short = false, retry: journal } = JSON.parse(process.argv[2])
let steps = 0

function dies() {
  process.kill(process.pid, 'SIGKILL')
}

function stepping(owner, names) {
  for (const name of names) {
    const call = owner[name]
    owner[name] = function (...parameters) {
      if (++steps !== killAt) return call.apply(this, parameters)
      if (killAt % 2 === 0) dies()
      const result = call.apply(this, parameters)
      if (typeof result?.finally === 'function') return result.finally(dies)
      dies()
    }
  }
}

const handle = await fsPromises.open(fileURLToPath(import.meta.url))
const FileHandle = Object.getPrototypeOf(handle)
await handle.close()
const { write } = FileHandle
FileHandle.write = function (bytes, offset, length, position) {
  if (++steps !== killAt) return write.call(this, bytes, offset, short ? Math.ceil(length / 2) : length, position)
  return write.call(this, bytes, offset, Math.ceil(length / 2), position).finally(dies)
}
stepping(FileHandle, ['writeFile', 'sync', 'truncate'])
stepping(fsPromises, ['mkdir', 'rename', 'rm', 'writeFile'])
stepping(Database.prototype, ['exec', 'pragma'])
stepping(pg.Client.prototype, ['query'])

if (unreadable !== undefined) {
  const descriptors = new Set()
  let reads = 0
  const { open, read } = fs
  fs.open = (path, ...rest) => {
    const done = rest.pop()
    open(path, ...rest, (error, descriptor) => {
      if (String(path).endsWith(unreadable.file)) descriptors.add(descriptor)
      done(error, descriptor)
    })
  }
  fs.read = (descriptor, ...rest) => {
    if (!descriptors.has(descriptor) || ++reads <= unreadable.after) return read(descriptor, ...rest)
    rest.pop()(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' }))
  }
}
syncBuiltinESMExports()

// Loaded now, with the calls in their new form.
const { conduct } = await import('../../dist/cli/run.js')
const { retry, run } = await import('../../dist/run/index.js')
process.on('exit', () => {
  fs.writeSync(1, `${JSON.stringify({ steps })}\n`)
})
await conduct({}, undefined, 'the same command goes on', (control) => {
  const all = { ...control, worker: new URL('./recorded.mjs', import.meta.url), checkpointEvery }
  return journal === undefined ? run(options, all) : retry(journal, options, all)
})
