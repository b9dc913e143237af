import { describe, it } from 'vitest'

/** Whether `HEARSAY_REQUIRE`, words between commas, names something that tests need: then its absence is a failure. */
export function isRequired(name: string): boolean {
  return (process.env.HEARSAY_REQUIRE ?? '').split(/[\s,]+/).includes(name)
}

/**
 * Tests that need something beside the project. Where it is absent they are skipped, and one line says so; where `HEARSAY_REQUIRE` names
 * it, its absence is a failure.
 */
export function describeWith(needed: string, isThere: boolean, absence: string, name: string, tests: () => void): void {
  if (isThere) {
    describe(name, tests)
  } else if (isRequired(needed)) {
    describe(name, () => {
      it(`finds ${needed}`, () => {
        throw new Error(absence)
      })
    })
  } else {
    console.log(`skipped: ${name} (${absence})`)
    // The tests are not even collected: they may need it while they are.
    describe.skip(name, () => {
      it.todo(`needs ${needed}`)
    })
  }
}
