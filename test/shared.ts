import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../shared', import.meta.url))

/** Path of a file of the shared folder, which lies beside the repository; its data may be elsewhere, in `HEARSAY_DATA`. */
export function sharedPath(relative: string): string {
  const data = process.env.HEARSAY_DATA
  if (data === undefined || !/^data(?:\/|$)/.test(relative)) return join(ROOT, relative)
  return join(data, relative.slice('data'.length))
}

/**
 * Tests that read the shared data. Where it is absent they are skipped, and one line says so; where `HEARSAY_REQUIRE` names
 * `shared` its absence is a failure.
 */
export function describeWithShared(name: string, tests: () => void): void {
  if (existsSync(sharedPath('data'))) {
    describe(name, tests)
  } else if ((process.env.HEARSAY_REQUIRE ?? '').split(/[\s,]+/).includes('shared')) {
    describe(name, () => {
      it('finds the shared data', () => {
        throw new Error(
          `expected shared data at ${sharedPath('data')}: put it there, or name its folder in HEARSAY_DATA`,
        )
      })
    })
  } else {
    console.log(`skipped: ${name} (no shared data at ${sharedPath('data')})`)
    // The tests are not even collected: they may read the data while they are.
    describe.skip(name, () => {
      it.todo('reads the shared data')
    })
  }
}
