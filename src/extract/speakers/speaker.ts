import type { SourceForm, Speaker } from '../../record/record.js'
import { spanOfRun, type TokenRun } from '../../record/runs.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'

/** Below this certainty whom a source refers to is left open: a wrong name is worse than none. */
export const LEAST_CERTAINTY = 0.5

/** How often a name is right whose antecedent is sure, by what the source is: as counted on gold/development and corpus. */
const CERTAINTY_OF: { readonly [form in SourceForm]: number } = { name: 0.96, nominal: 0.75, pronoun: 0.93, implied: 1 }

/** Whom a noun phrase, or one part of it, is of. */
export interface Who<Referent> {
  /** The fullest name in the article; null where it cannot be told. */
  readonly name: string | null
  readonly form: SourceForm
  readonly certainty: number
  /** Several together, for whom there is no entity. */
  readonly isGroup: boolean
  /** Whether the name is a proper name, whatever the noun phrase is. */
  readonly isProper: boolean
  readonly referent: Referent | null
}

/** What tells whom noun phrases are of. */
export interface Cast<Referent> {
  of(run: TokenRun): readonly Who<Referent>[]
  /** A noun phrase without article and relative clause. */
  bare(run: TokenRun): string
}

/** The parts of a statement that tell who speaks. */
export interface Voiced {
  readonly source: TokenRun | null
  /** The source of the statement that this one goes on from. */
  readonly implied: TokenRun | null
}

/** A speaker, before entities have their ids. */
export interface Voice<Referent> {
  readonly speaker: Omit<Speaker, 'entity'>
  readonly referent: Referent | null
  /** How sure it is that the name is right; 1 where none is given. */
  readonly certainty: number
}

/**
 * Who holds a statement: by name, where the article has one; null where it has no source and goes on from none.
 * @param least A name that is less certain than this is not given.
 */
export function voiceOf<Referent>(
  tokens: Tokens,
  { source, implied }: Voiced,
  cast: Cast<Referent>,
  least: number,
): Voice<Referent> | null {
  const run = source ?? implied
  if (run === null) return null
  const phrase = collapsed(spanOfRun(tokens, run).text)
  const parts = distinct(cast.of(run))
  const form = source === null ? 'implied' : (parts[0]?.form ?? formOf(tokens, run))
  const chosen = parts.reduce((product, part) => product * part.certainty, 1)
  const certainty = chosen * Math.min(...parts.map((part) => CERTAINTY_OF[part.form]))
  if (parts.length === 0 || chosen < LEAST_CERTAINTY || certainty < least || parts.some(({ name }) => name === null))
    return { speaker: { name: phrase, form, resolved: false }, referent: null, certainty: 1 }
  if (parts.length === 1) {
    const [{ name, referent, isGroup }] = parts
    return { speaker: { name: name!, form, resolved: true }, referent: isGroup ? null : referent, certainty }
  }
  // "He and his wife", "the company and its founder" are told by name; of nouns alone the words are better than each one's fullest phrase.
  const isTold =
    parts.every(({ form: own }) => own === 'name') ||
    parts.some(({ form: own, isProper }) => own === 'pronoun' || (own === 'nominal' && isProper))
  const name = isTold ? listed(parts.map((part) => part.name!)) : withFullName(parts, cast.bare(run))
  return { speaker: { name, form, resolved: true }, referent: null, certainty }
}

/** A noun phrase with the fullest name of whom it begins with: "Joe Biden and others in the party" for "Biden and others in the party". */
function withFullName<Referent>([first, ...others]: readonly Who<Referent>[], phrase: string): string {
  const joint = phrase.indexOf(' and ')
  return first.form === 'name' && others.length === 1 && joint > 0 ? `${first.name}${phrase.slice(joint)}` : phrase
}

/**
 * The parts without a second one of the same: "Kenya's Uhuru Kenyatta and EAC chairperson" is one person. Who is named beside a pronoun is not whom
 * it refers to: that is then not known.
 */
function distinct<Referent>(parts: readonly Who<Referent>[]): readonly Who<Referent>[] {
  const isSame = (a: Who<Referent>, b: Who<Referent>): boolean => a.referent !== null && a.referent === b.referent
  return parts.flatMap((part, p) => {
    const others = parts.filter((other) => other !== part && isSame(other, part))
    if (part.form === 'pronoun' && others.length > 0) return [{ ...part, name: null, referent: null }]
    return parts.slice(0, p).some((before) => isSame(before, part)) ? [] : [part]
  })
}

/** What a source is that no mention was found in: "some", "those who". */
function formOf({ pos }: Tokens, { first }: TokenRun): SourceForm {
  return pos[first] === PART_OF_SPEECH.PRON || pos[first] === PART_OF_SPEECH.DET ? 'pronoun' : 'nominal'
}

/** "Ann Smith and Bob Jones", "Ann Smith, Bob Jones and Carl Hill". */
function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
