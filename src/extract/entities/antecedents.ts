import { HearsayError } from '../../record/errors.js'
import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { Model } from '../../tagger/model-file.js'
import { DEFINITE, INDEFINITE, PLURAL, SETS_OFF, SINGULAR, type Mention } from './mentions.js'
import { ANY, DOCUMENT, KINDS, ORGANISATION, PEOPLE, PERSON, PLACE, THING } from '../../record/nouns.js'
import { HE, I, IT, POSSESSIVES, REFLEXIVES, SHE, THEY, WE, WHO, YOU } from './pronouns.js'
import { isPair } from './groups.js'
import { isAddressed, type Narrators } from './narrators.js'
import { fitsOrganisation } from './organisation-classes.js'
import type { Referent } from './referents.js'

/** What the choice of an antecedent is learned for apart: the families of pronouns, then nominals by what they stand for. */
export const ANAPHORS: readonly string[] = [
  'he',
  'she',
  'it',
  'they',
  'I',
  'we',
  'you',
  'who',
  ...KINDS.map((kind) => `${kind} noun`),
]

/** Index in `ANAPHORS`. */
export function anaphorOf({ family, kind }: Mention): number {
  return family >= 0 ? family : WHO + 1 + kind
}

/** What may speak for a candidate, by name; weights are in this order. */
export const EVIDENCE: string[] = []

function evidence(name: string): number {
  EVIDENCE.push(name)
  return EVIDENCE.length - 1
}

const SENTENCES = ['same sentence', 'the sentence before', 'two sentences before', '3 to 4 sentences before', '5 to 9 sentences before', 'farther back', 'later in the text'].map(evidence) // prettier-ignore
const RECENCY = [
  'last mentioned',
  'mentioned last but one',
  'mentioned last but two',
  '4th to 6th last mentioned',
  'mentioned longer ago',
].map(evidence)
const FORMS = {
  name: evidence('last mention is a name'),
  nominal: evidence('last mention is a noun'),
  pronoun: evidence('last mention is a pronoun'),
}
const SAME_PRONOUN = evidence('last mention is the same pronoun')
const SAME_PARAGRAPH = evidence('same paragraph')
const PARAGRAPH_BEFORE = evidence('the paragraph before')
const SUBJECT = evidence('last mention is a subject')
const BOTH_SUBJECTS = evidence('both are subjects')
const FIRST_IN_SENTENCE = evidence('first in its sentence')
const SUBJECT_BEFORE = evidence('subject of the sentence before')
const NAMED = evidence('has a name')
const NAMELESS = evidence('has no name')
const TYPES = KINDS.map((kind) => evidence(`is a ${kind}`))
const GENDER_AGREES = evidence('gender agrees')
const GENDER_UNKNOWN = evidence('gender is not known')
const NUMBER_AGREES = evidence('number agrees')
const NUMBER_UNKNOWN = evidence('number is not known')
const NUMBER_DISAGREES = evidence('number disagrees')
const GROUP = evidence('is several together')
const PAIR = evidence('is two, and this is both')
const MENTIONED = ['mentioned once', 'mentioned twice', 'mentioned 3 to 5 times', 'mentioned 6 times or more'].map(
  evidence,
)
const MOST_MENTIONED = evidence('mentioned most')
const OPENING = evidence('mentioned in the first sentences')
const SAME_QUOTATION = evidence('in the same quotation')
const OUT_OF_QUOTATION = evidence('last mentioned in a quotation, this is in none')
const INTO_QUOTATION = evidence('last mentioned out of the quotation that this is in')
const SPEAKER = evidence('says the quotation that this is in')
const SPEAKER_INDIRECT = evidence('says what this is part of, not quoted')
const ADDRESSEE = evidence('is told the quotation that this is in')
const OUTER_SPEAKER = evidence('says a quotation around')
const SOURCE_BEFORE = evidence('is the source before, and this is a source')
const SOURCE_BEFORE_2 = evidence('is the source before, and this is none')
const SOURCE = evidence('is a source')
const BOTH_SOURCES = evidence('is a source, and this is one')
const RIGHT_BEFORE = evidence('stands right before')
const SAME_CLAUSE = evidence('few words before')
const OWNER = evidence('this is possessive, and it stands in the same sentence')
const REFLEXIVE = evidence('this is reflexive, and it is the subject')
const HEAD_MATCH = [
  'is called by the same noun, and this is definite',
  'is called by the same noun, and this is not definite',
].map(evidence)
const TITLE_MATCH = ['has a name, is called by the same noun, and this is definite', 'has a name, is called by the same noun, and this is not definite'].map(evidence) // prettier-ignore
const TITLE_IN_CAPITALS = evidence('has a name, is called by the same noun, and this has a capital')
const HEAD_IN_NAME = evidence('has the noun in its name')
const SAME_PHRASE = evidence('is called by the same words')
const KNOWN_WORDS = evidence('described by words that it was described by')
const EXTRA_WORDS = evidence('described by other words')
const FITS_CLASS = evidence('its name says that it is such an organisation')
const MISFITS_CLASS = evidence('its name says that it is another organisation')
const ONLY_NAMED = ['the only one with a name, and this has an article alone', 'the only one with a name, and this is described'].map(evidence) // prettier-ignore
const NEVER_CALLED = evidence('was never called by a noun')
const CALLED_OTHERWISE = evidence('was called by other nouns')
const DEFINITENESS = ['this is definite', 'this is indefinite', 'this is owned', 'this is bare'].map(evidence)

// Of who speaks in a text that is not quoted.
const OPENS = ['first person named', 'second person named', 'third person named'].map(evidence)
const INTERVIEWED = evidence('is interviewed')
const ADDRESSED = evidence('is spoken to by name')
const NAMED_ONCE = evidence('named once')
const NAMED_OFTEN = evidence('named more often than the others')
const OF_INTERVIEW = evidence('the text asks and answers')

const NONE = evidence('none: nothing speaks for it')
const NONE_DEFINITENESS = ['definite', 'indefinite', 'owned', 'bare'].map((word) => evidence(`none: ${word}`))
const NONE_SUBJECT = evidence('none: subject')
const NONE_CANDIDATES = [
  'none: no candidate',
  'none: one candidate',
  'none: 2 to 3 candidates',
  'none: more candidates',
].map(evidence)
const NONE_MATCH = evidence('none: nothing is called by the same noun')
const NONE_QUOTED = evidence('none: in a quotation')
const NONE_QUOTED_NOBODY = evidence('none: in a quotation of nobody')
const NONE_SOURCE = evidence('none: this is a source')
const NONE_EARLY = evidence('none: in the first sentences')
const NONE_LONG = evidence('none: described by other words')
const NONE_INTERVIEW = evidence('none: the text asks and answers')
/** Nouns, by lemma, that stand for somebody with a name nearly always when they have "the", and those that hardly ever do: counted in news. */
const SHORT_FOR_NAMES = new Set('company firm group agency union party organisation organization club bank airline network association body manufacturer automaker carmaker chipmaker drugmaker planemaker steelmaker giant brewer retailer carrier lender brand startup broadcaster charity ngo militia movement minister president leader chief director judge governor chairman premier senator mayor lawmaker actor actress singer player coach'.split(' ')) // prettier-ignore
const BY_THEMSELVES = new Set('government police authority official prosecutor researcher scientist source study report survey letter document people opposition court administration public media expert witness resident'.split(' ')) // prettier-ignore
const NONE_SHORT_FOR_NAME = evidence('none: such nouns mostly stand for a name')
const NONE_BY_ITSELF = evidence('none: such nouns mostly stand for no name')
const NAMED_SHORT_FOR_NAME = evidence('has a name, and such nouns mostly stand for one')
const NONE_FORMS = new Map(
  ['this', 'that', 'these', 'those', 'both', 'each'].map((word) => [word, evidence(`none: ${word}`)] as const),
)

/** The weights of a choice of antecedents: one row an anaphor, after one for all of them. */
export interface Weights {
  readonly rows: readonly (readonly number[])[]
}

/**
 * The weights of a model.
 * @throws HearsayError `bad-model` where it is one for something else, or for other evidence than is looked at here.
 */
export function weightsOf({ notes }: Model): Weights {
  const {
    anaphors,
    evidence: names,
    rows,
  } = notes as { readonly anaphors?: unknown; readonly evidence?: unknown; readonly rows?: Weights['rows'] }
  const isSame = JSON.stringify([anaphors, names]) === JSON.stringify([ANAPHORS, EVIDENCE])
  if (!isSame || rows === undefined)
    throw new HearsayError('bad-model', 'Expected a model of antecedents for this version, got another. Install the package again, or train the model anew.') // prettier-ignore
  return { rows }
}

/** A place of an article as the choice of its antecedent sees it. */
export interface Situation {
  readonly tokens: Tokens
  readonly mentions: readonly Mention[]
  /** Of each mention: the statement that it is the source of, or -1. */
  readonly sourceOf: Int32Array
  /** Of each mention: what it lies in, see `Frames`. */
  readonly quoted: Uint8Array
  readonly frame: Int32Array
}

/** A candidate: a referent, and its mention that counts. */
export interface Candidate {
  readonly referent: Referent
  /** Index of the mention. */
  readonly mention: number
  /** How many other candidates were mentioned since. */
  readonly recency: number
  /** How many of its mentions come before. */
  readonly count: number
}

/** Who says, and is told, what a mention lies in. */
export interface Voices {
  /** Of the innermost quotation. */
  readonly speaker: Referent | null
  readonly addressee: Referent | null
  /** Of the innermost content that is not quoted there. */
  readonly indirect: Referent | null
  /** Of a quotation around the innermost one. */
  readonly outer: Referent | null
  /** The source of the statement before. */
  readonly before: Referent | null
}

const EARLY = 2
/** What speaks for a candidate, as indexes of `EVIDENCE`. */
export function evidenceFor(
  situation: Situation,
  index: number,
  { referent, mention, recency, count }: Candidate,
  voices: Voices,
  most: number,
  isOnlyNamed: boolean,
): number[] {
  const { tokens, mentions, sourceOf, quoted, frame } = situation
  const here = mentions[index]
  const there = mentions[mention]
  const { sentence, paragraph, word } = tokens
  const found: number[] = []
  const apart = sentence[here.head] - sentence[there.head]
  const isLater = there.first > here.first
  found.push(SENTENCES[isLater ? 6 : apart <= 2 ? apart : apart <= 4 ? 3 : apart <= 9 ? 4 : 5])
  found.push(RECENCY[recency <= 2 ? recency : recency <= 5 ? 3 : 4])
  found.push(FORMS[there.form])
  if (there.form === 'pronoun' && there.family === here.family) found.push(SAME_PRONOUN)
  const paragraphs = paragraph[here.head] - paragraph[there.head]
  if (paragraphs === 0) found.push(SAME_PARAGRAPH)
  else if (paragraphs === 1) found.push(PARAGRAPH_BEFORE)
  const isSubject = there.isSubject || sourceOf[mention] >= 0
  if (isSubject) {
    found.push(SUBJECT)
    if (here.isSubject || sourceOf[index] >= 0) found.push(BOTH_SUBJECTS)
    if (apart === 1) found.push(SUBJECT_BEFORE)
  }
  if (there.first === tokens.sentences.first[sentence[there.first]]) found.push(FIRST_IN_SENTENCE)
  found.push(referent.type === null && referent.members.length === 0 ? NAMELESS : NAMED, TYPES[referent.kind])
  if (here.gender > 0 && referent.kind === PERSON)
    found.push(referent.gender === here.gender ? GENDER_AGREES : GENDER_UNKNOWN)
  if (here.number > 0)
    found.push(
      referent.number === 0 ? NUMBER_UNKNOWN : referent.number === here.number ? NUMBER_AGREES : NUMBER_DISAGREES,
    )
  if (referent.members.length > 0) {
    found.push(GROUP)
    if (referent.members.length === 2 && isPair(tokens, here)) found.push(PAIR)
  }
  found.push(MENTIONED[count <= 1 ? 0 : count === 2 ? 1 : count <= 5 ? 2 : 3])
  if (count === most) found.push(MOST_MENTIONED)
  if (sentence[mentions[referent.mentions[0]].head] < EARLY) found.push(OPENING)
  if (quoted[index] === 1)
    found.push(quoted[mention] === 1 && frame[mention] === frame[index] ? SAME_QUOTATION : INTO_QUOTATION)
  else if (quoted[mention] === 1) found.push(OUT_OF_QUOTATION)
  if (referent === voices.speaker) found.push(SPEAKER)
  if (referent === voices.addressee) found.push(ADDRESSEE)
  if (referent === voices.indirect) found.push(SPEAKER_INDIRECT)
  if (referent === voices.outer) found.push(OUTER_SPEAKER)
  const isSource = sourceOf[index] >= 0
  if (referent === voices.before) found.push(isSource ? SOURCE_BEFORE : SOURCE_BEFORE_2)
  if (sourceOf[mention] >= 0) found.push(isSource ? BOTH_SOURCES : SOURCE)
  const gap = here.first - there.last
  if (gap === 1 || (gap === 2 && SETS_OFF.has(word[there.last + 1]))) found.push(RIGHT_BEFORE)
  else if (gap > 0 && gap <= 6 && apart === 0) found.push(SAME_CLAUSE)
  if (here.form === 'pronoun') {
    if (apart === 0 && POSSESSIVES.has(word[here.head])) found.push(OWNER)
    if (apart === 0 && there.isSubject && REFLEXIVES.has(word[here.head])) found.push(REFLEXIVE)
  } else {
    const noun = tokens.lemma[here.head]
    found.push(DEFINITENESS[here.definiteness])
    if (referent.nouns.has(noun)) {
      found.push((referent.type === null ? HEAD_MATCH : TITLE_MATCH)[here.definiteness === DEFINITE ? 0 : 1])
      if (referent.type !== null && isCapitalised(tokens, here.head)) found.push(TITLE_IN_CAPITALS)
      if (isSamePhrase(tokens, here, there)) found.push(SAME_PHRASE)
    } else if (referent.words.has(noun)) found.push(HEAD_IN_NAME)
    else found.push(referent.nouns.size === 0 ? NEVER_CALLED : CALLED_OTHERWISE)
    const described = descriptionOf(tokens, here, referent)
    if (described !== 0) found.push(described > 0 ? KNOWN_WORDS : EXTRA_WORDS)
    if (referent.kind === ORGANISATION && referent.type !== null) {
      const fits = fitsOrganisation(noun, referent.words)
      if (fits !== 0) found.push(fits > 0 ? FITS_CLASS : MISFITS_CLASS)
    }
    if (referent.type !== null && here.definiteness === DEFINITE && SHORT_FOR_NAMES.has(noun))
      found.push(NAMED_SHORT_FOR_NAME)
    if (isOnlyNamed && here.definiteness === DEFINITE) found.push(ONLY_NAMED[here.head - here.first > 1 ? 1 : 0])
  }
  return found
}

/** What speaks for somebody as who says "I" in a text that is not quoted: an interview, a speech. */
export function evidenceForNarrator(
  { tokens, mentions }: Situation,
  one: Referent,
  others: readonly Referent[],
  { isInterview, interviewed }: Narrators,
): number[] {
  const named = one.mentions.filter((m) => mentions[m].name !== null)
  const found = [OPENS[Math.min(2, others.indexOf(one))]]
  if (interviewed.has(one)) found.push(INTERVIEWED)
  if (named.some((m) => isAddressed(tokens, mentions[m]))) found.push(ADDRESSED)
  if (named.length === 1) found.push(NAMED_ONCE)
  if (others.every((other) => other === one || other.mentions.length < one.mentions.length)) found.push(NAMED_OFTEN)
  if (isInterview) found.push(OF_INTERVIEW)
  return found
}

/** What speaks for nobody whom the text names as its narrator. */
export function evidenceForNoNarrator({ isInterview }: Narrators): number[] {
  return isInterview ? [NONE, NONE_INTERVIEW] : [NONE]
}

const { PROPN, NOUN } = PART_OF_SPEECH

/** What speaks for no antecedent. */
export function evidenceForNone(
  { tokens, mentions, sourceOf, quoted }: Situation,
  index: number,
  candidates: readonly Candidate[],
  voices: Voices,
): number[] {
  const here = mentions[index]
  const found = [
    NONE,
    NONE_CANDIDATES[Math.min(3, candidates.length <= 1 ? candidates.length : candidates.length <= 3 ? 2 : 3)],
  ]
  if (here.isSubject) found.push(NONE_SUBJECT)
  if (quoted[index] === 1) found.push(voices.speaker === null ? NONE_QUOTED_NOBODY : NONE_QUOTED)
  if (sourceOf[index] >= 0) found.push(NONE_SOURCE)
  if (tokens.sentence[here.head] < EARLY) found.push(NONE_EARLY)
  if (here.form === 'nominal') {
    found.push(NONE_DEFINITENESS[here.definiteness])
    const noun = tokens.lemma[here.head]
    if (!candidates.some(({ referent }) => referent.nouns.has(noun) || referent.words.has(noun))) found.push(NONE_MATCH)
    if (here.head - here.first > 1) found.push(NONE_LONG)
    if (here.definiteness === DEFINITE) {
      if (SHORT_FOR_NAMES.has(noun)) found.push(NONE_SHORT_FOR_NAME)
      if (BY_THEMSELVES.has(noun)) found.push(NONE_BY_ITSELF)
    }
    const form = NONE_FORMS.get(tokens.word[here.first])
    if (form !== undefined) found.push(form)
  }
  return found
}

/** Whether a referent can be what a mention stands for at all. */
export function canBe(here: Mention, referent: Referent): boolean {
  const { kind, gender, number } = referent
  switch (here.family) {
    case HE:
    case SHE:
      return (kind === PERSON || kind === ANY) && number !== PLURAL && (gender === 0 || gender === here.gender)
    case I:
      return (kind === PERSON || kind === ANY) && number !== PLURAL
    case YOU:
      return kind === PERSON || kind === PEOPLE || kind === ANY || kind === ORGANISATION
    case WE:
      return kind !== THING && kind !== DOCUMENT
    case IT:
      return kind !== PERSON && number !== PLURAL
    case THEY:
      return kind !== THING || number === PLURAL
    case WHO:
      return here.kind === PERSON ? kind === PERSON || kind === PEOPLE || kind === ANY : true
  }
  const { kind: asked } = here
  if (here.number === PLURAL && number === SINGULAR) return false
  if (here.number === SINGULAR && number === PLURAL) return false
  // "The airlines" are not one of them.
  if (here.number === PLURAL && asked === ORGANISATION && referent.type !== null && number !== PLURAL) return false
  if (here.gender > 0 && gender > 0 && gender !== here.gender) return false
  if (asked === PERSON) return kind === PERSON
  if (asked === PEOPLE) return kind === PEOPLE || (kind === ORGANISATION && here.number === 0)
  if (asked === PLACE) return kind === PLACE
  return kind === asked
}

/**
 * Whether a noun and somebody are told apart: by what describes both of whom it is used ("the health minister" is not the transport minister, nor
 * the second witness the first), or since nobody is a judge or a doctor who was not called one of that trade.
 */
export function isToldApart(tokens: Tokens, here: Mention, referent: Referent): boolean {
  if (here.form !== 'nominal') return false
  const { lemma, word, pos } = tokens
  const { nouns, fields, words, descriptions, type } = referent
  const noun = lemma[here.head]
  if (!nouns.has(noun)) {
    const trade = TRADES.find((one) => one.asked.has(noun))
    return trade !== undefined && type === 'PERSON' && ![...nouns].some((other) => trade.called.has(other))
  }
  const isOther = [...ORDINALS].some((ordinal) => descriptions.has(ordinal))
  let isDescribed = false
  for (let t = here.first; t < here.head; t++) {
    if (isOther && ORDINALS.has(lemma[t]) && !descriptions.has(lemma[t])) return true
    if (pos[t] !== NOUN && pos[t] !== PROPN) continue
    if (fields.has(lemma[t]) || words.has(word[t])) return false
    isDescribed = true
  }
  return isDescribed && fields.size > 0
}

const ORDINALS = new Set(['first', 'second', 'third', 'fourth', 'fifth', 'other'])

/** Nouns that are used only of those who were told to be of the trade, and what they are called then. */
const TRADES = [
  { asked: 'judge magistrate prosecutor coroner', called: 'judge justice magistrate prosecutor coroner attorney lawyer counsel solicitor barrister sheriff recorder' },
  { asked: 'doctor surgeon', called: 'doctor surgeon physician medic professor director officer specialist pediatrician paediatrician' },
].map(({ asked, called }) => ({ asked: new Set(asked.split(' ')), called: new Set(called.split(' ')) })) // prettier-ignore

/** Whether a mention can have an antecedent at all. */
export function isAnaphor({ form, definiteness, kind }: Mention): boolean {
  return form === 'pronoun' || (form === 'nominal' && definiteness !== INDEFINITE && kind !== ANY)
}

function isSamePhrase({ word, lemma }: Tokens, a: Mention, b: Mention): boolean {
  const from = (mention: Mention): number => (ARTICLES.has(word[mention.first]) ? mention.first + 1 : mention.first)
  const [x, y] = [from(a), from(b)]
  if (a.head - x !== b.head - y) return false
  for (let k = 0; k <= a.head - x; k++) if (lemma[x + k] !== lemma[y + k]) return false
  return true
}

/** 1 where all words that describe a noun were used for the referent before, -1 where some were not, 0 where none describe it. */
function descriptionOf({ word, lemma }: Tokens, { first, head }: Mention, { descriptions, words }: Referent): number {
  let found = 0
  for (let t = first; t < head; t++) {
    if (ARTICLES.has(word[t]) || POSSESSIVES.has(word[t])) continue
    if (!descriptions.has(lemma[t]) && !words.has(word[t])) return -1
    found = 1
  }
  return found
}

const ARTICLES = new Set('the a an this that these those'.split(' '))

/** The probability of each choice from its evidence: the exponential of a sum of weights, over that of all choices. */
export function weigh(weights: Weights, anaphor: number, choices: readonly (readonly number[])[]): number[] {
  const scores = choices.map((found) => found.reduce((sum, each) => sum + weightOf(weights, anaphor, each), 0))
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** The weight of a piece of evidence: what it has for all anaphors, and for this one. */
export function weightOf({ rows }: Weights, anaphor: number, evidence: number): number {
  return rows[0][evidence] + rows[1 + anaphor][evidence]
}
