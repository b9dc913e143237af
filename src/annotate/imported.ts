import { HearsayError, type ErrorPlace } from '../record/errors.js'
import { sha256Of } from '../record/sha256.js'
import type { Drawing } from './drawing.js'
import type { Annotated, GoldHead } from './gold.js'
import { annotatedFrom, type Problem } from './redrawn.js'
import { toolText } from './tool-text.js'

/** An article as it comes back from a tool: its annotations, unless they could not be read at all, and what was wrong with them. */
export interface Imported {
  /** The article, with what was annotated. */
  readonly annotated?: Annotated
  /** What was wrong, with file and line; what a problem is about is left out, or read as it says. */
  readonly problems: readonly HearsayError[]
}

/** The article that a drawing shows, with its problems as errors of the file that it stood in. */
export function imported(
  drawn: { readonly drawing: Drawing; readonly problems: readonly Problem[] },
  article: { readonly head: GoldHead; readonly text: string },
  file: string,
): Imported {
  const { annotated, problems } = annotatedFrom(drawn.drawing, article)
  const errors = [...drawn.problems, ...problems].map(({ place, message }) => {
    const line = place?.line === undefined ? {} : { line: place.line }
    return problem(`${place ? `${place.name}: ` : ''}${message}`, { file, ...line, id: article.head.id })
  })
  return { annotated, problems: errors }
}

export function problem(message: string, place: ErrorPlace): HearsayError {
  return new HearsayError('bad-annotation', message, place)
}

/** What is wrong with the text that a tool holds, and where; undefined where it is the one that was exported. */
export function wrongWithText(
  { text, sha256 }: { readonly text: string; readonly sha256: string },
  held: string,
): { readonly message: string; readonly line: number } | undefined {
  const shown = toolText(text)
  const [expected, ending] = ['expected the text as it was exported', 'left out, since no offset can be trusted']
  if (sha256Of(text) !== sha256) return { message: `${expected}, got one of another sha256: ${ending}`, line: 1 }
  if (held === shown) return undefined
  let at = 0
  while (at < held.length && held[at] === shown[at]) at++
  const line = held.slice(0, at).split('\n').length
  const [there, here] = [shown, held].map((each) => JSON.stringify(each.slice(at, at + 30)))
  return { message: `${expected}, ${there}; got ${here}: ${ending}`, line }
}
