import type { CorpusSpeaker, CorpusStatement } from './corpus.js'

/** How the statements of a speaker are told apart in a text: by colour, and by letters for those who see none. */
export interface Mark {
  /** A class of the style sheet, `hue-1` to `hue-8`, or `hue-0`, grey. */
  readonly hue: string
  readonly letters: string
}

const HUES = 8
const UNKNOWN: Mark = { hue: 'hue-0', letters: '?' }

/** Marks for the speakers of an article. Those who say most have colours; nobody who is not resolved has one. */
export function marksOf(statements: readonly CorpusStatement[]): (speaker: CorpusSpeaker | null) => Mark {
  const counts = new Map<CorpusSpeaker, number>()
  for (const { speaker } of statements) {
    if (speaker !== null && speaker.standing !== 'unresolved') counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  }
  const marks = new Map<CorpusSpeaker, Mark>()
  const used = new Set<string>()
  for (const [speaker] of [...counts].sort(([, a], [, b]) => b - a)) {
    const hue = marks.size < HUES ? `hue-${marks.size + 1}` : 'hue-0'
    marks.set(speaker, { hue, letters: lettersOf(speaker.name, used) })
  }
  return (speaker) => (speaker === null ? UNKNOWN : (marks.get(speaker) ?? UNKNOWN))
}

/** Initials of a name, with a number behind them where another speaker has the same. */
function lettersOf(name: string, used: Set<string>): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const first = (word: string | undefined) => /^./u.exec(word ?? '')?.[0] ?? ''
  const initials = `${first(words[0])}${words.length > 1 ? first(words.at(-1)) : ''}`.toUpperCase()
  const plain = initials === '' ? '?' : initials
  let letters = plain
  for (let number = 2; used.has(letters); number++) letters = `${plain}${number}`
  used.add(letters)
  return letters
}
