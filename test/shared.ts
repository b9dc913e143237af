import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeWith } from './required.js'

const ROOT = fileURLToPath(new URL('../../shared', import.meta.url))

/** Path of a file of the shared folder, which lies beside the repository; its data may be elsewhere, in `HEARSAY_DATA`. */
export function sharedPath(relative: string): string {
  const data = process.env.HEARSAY_DATA
  if (data === undefined || !/^data(?:\/|$)/.test(relative)) return join(ROOT, relative)
  return join(data, relative.slice('data'.length))
}

/** Tests that read the shared data, as `describeWith` has it. */
export function describeWithShared(name: string, tests: () => void): void {
  const place = sharedPath('data')
  describeWith(
    'shared',
    existsSync(place),
    `no shared data at ${place}: put it there, or name its folder in HEARSAY_DATA`,
    name,
    tests,
  )
}
