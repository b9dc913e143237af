import { FEMALE, MALE } from '../../record/nouns.js'

/** Pronouns that go together: what one of them refers to, the others may. Nominals follow, by what they stand for. */
export const HE = 0
export const SHE = 1
export const IT = 2
export const THEY = 3
export const I = 4
export const WE = 5
export const YOU = 6
/** Relative pronouns. */
export const WHO = 7

const FAMILIES: readonly string[] = [
  'he him his himself',
  'she her hers herself',
  'it its itself',
  'they them their theirs themselves',
  'i me my mine myself',
  'we us our ours ourselves',
  'you your yours yourself yourselves',
  'who whom whose which that',
]

const FAMILY: ReadonlyMap<string, number> = new Map(
  FAMILIES.flatMap((words, family) => words.split(' ').map((word) => [word, family] as const)),
)

/** The family of a pronoun; -1 where the word is none that refers. */
export function familyOf(word: string): number {
  return FAMILY.get(word) ?? -1
}

export const POSSESSIVES: ReadonlySet<string> = new Set('his her its their my our your whose'.split(' '))
export const REFLEXIVES: ReadonlySet<string> = new Set(
  'himself herself itself themselves myself ourselves yourself yourselves'.split(' '),
)

/** What the pronouns of a family tell of gender: `FEMALE`, `MALE` or 0. */
export function genderOfFamily(family: number): number {
  return family === HE ? MALE : family === SHE ? FEMALE : 0
}
