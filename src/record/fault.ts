import type { z } from 'zod'

/** What is wrong with a value by its schema: where, by keys from the outermost on, and in which words. */
export interface Fault {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** The first fault of a value. A key that is not known is a place of its own. */
export function firstFault({ issues }: z.ZodError): Fault {
  return faultOf(issues[0])
}

/** A fault in one line: `statements.0.act: expected …`. */
export function faultLine(error: z.ZodError): string {
  const { path, message } = firstFault(error)
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  if (issue.code === 'unrecognized_keys')
    return { path: [...issue.path, issue.keys[0]], message: 'expected a key that is known, got this one' }
  // Of several forms that a value may have, the one to tell of is the one that it fails deepest in, else the first.
  const inner = issue.code === 'invalid_union' ? issue.errors.reduce((a, b) => (depthOf(b) > depthOf(a) ? b : a)).at(0) : undefined // prettier-ignore
  if (inner === undefined) return { path: issue.path, message: issue.message.replace(/^Invalid input: /, '') }
  const { path, message } = faultOf(inner)
  return { path: [...issue.path, ...path], message }
}

function depthOf([issue]: readonly z.core.$ZodIssue[]): number {
  return issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)
}
