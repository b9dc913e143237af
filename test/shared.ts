import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'

/** A path in the folder `shared` beside the repository, which holds gold and the reference scorer. */
export function sharedPath(...parts: readonly string[]): string {
  return fileURLToPath(new URL(['../../shared', ...parts].join('/'), import.meta.url))
}

/**
 * A `describe` whose tests read `../shared`. Where it is not there they are skipped, and the skip is printed;
 * with `HEARSAY_REQUIRE=shared` that is a failure.
 */
export function describeWithShared(name: string, body: () => void): void {
  if (existsSync(sharedPath())) {
    describe(name, body)
  } else if (process.env['HEARSAY_REQUIRE']?.includes('shared') === true) {
    it(name, () => {
      throw new Error(`HEARSAY_REQUIRE asks for ${sharedPath()}, which is not there`)
    })
  } else {
    console.warn(`skipped, since ${sharedPath()} is not there: ${name}`)
    describe.skip(name, body)
  }
}
