import type { Gold, Offsets } from './gold.js'

/** A cue has fewer characters: a longer clause says more than who says it, and where its cue ends cannot be told. */
const LONGEST_CUE = 80

/** How often each paragraph is learned from: speeches, interviews and textbooks are few beside the news. */
const TIMES = 4

/**
 * GUM's attributions of an article in PolNeAR's form. GUM marks a clause with source and cue: the cue is what stands behind the source, else
 * before it, without marks at its ends and without the conjunction that it begins with. GUM marks fewer kinds of statements than the
 * guidelines, so that only its paragraphs with an attribution tell enough: each is an article of its own, several times.
 */
export function paragraphsWithClauses({ id, text, attributions }: Gold<'speakers'>): Gold<'attribution'>[] {
  const all = attributions.flatMap(({ edu, source, content }) => {
    const sources = source.map((span) => trimmed(text, span)).filter(isThere)
    const cue = cueOf(text, edu, sources)
    return isThere(cue) && cue[1] - cue[0] <= LONGEST_CUE ? [{ cue, sources, content }] : []
  })
  const paragraphs = paragraphsOf(text).flatMap(([from, to]) => {
    const within = (spans: readonly Offsets[]): [number, number][] =>
      spans
        .map(([start, end]): [number, number] => [Math.max(start, from) - from, Math.min(end, to) - from])
        .filter(isThere)
    const own = all.filter(({ cue: [start, end] }) => start >= from && end <= to)
    const converted = own.map(({ cue, sources, content }) => ({
      cue: within([cue]),
      source: within(sources).slice(0, 1),
      content: within(content.map((span) => trimmed(text, span))),
    }))
    return own.length === 0 ? [] : [{ id: `${id} ${from}`, text: text.slice(from, to), attributions: converted }]
  })
  return Array.from({ length: TIMES }, () => paragraphs).flat()
}

function cueOf(text: string, [from, to]: Offsets, sources: readonly Offsets[]): Offsets {
  const source = sources.find(([start, end]) => start >= from && end <= to)
  const behind = trimmed(text, [source?.[1] ?? from, to])
  const hasWord = /\p{L}{2}/u.test(text.slice(...behind))
  return withoutConjunctions(text, hasWord || source === undefined ? behind : trimmed(text, [from, source[0]]))
}

function withoutConjunctions(text: string, [from, to]: Offsets): Offsets {
  const conjunction = CONJUNCTION.exec(text.slice(from, to))
  return conjunction === null
    ? [from, to]
    : withoutConjunctions(text, trimmed(text, [from + conjunction[0].length, to]))
}

/** At the beginning of a clause, with more behind it. */
const CONJUNCTION = /^(?:and|but|so|as|because|that|then|well|also|however|now|or|if|when|while|yes|no|which|who|although|though)\b(?=.*\p{L})/iu // prettier-ignore

/** A span without white space and marks at its ends, but for those that end a question or a call. */
function trimmed(text: string, [start, end]: Offsets): Offsets {
  while (start < end && EDGES.has(text.charAt(start))) start++
  while (end > start && EDGES.has(text.charAt(end - 1))) end--
  return [start, end]
}

const EDGES = new Set(' \t\r\n\u00a0"“”\'‘’`(),;:.–—-')

function isThere([start, end]: Offsets): boolean {
  return end > start
}

function paragraphsOf(text: string): Offsets[] {
  let from = 0
  return text.split('\n').map((line) => {
    const span: Offsets = [from, from + line.length]
    from += line.length + 1
    return span
  })
}
