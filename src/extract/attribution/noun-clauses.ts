import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { ruled, type Attribution } from './attribution.js'
import { isOfPhrase, mainClause, outerVerb, placeOf, POSSESSIVES, verbsOf } from './outer-clause.js'
import { nounPhrase } from './participants.js'
import { LONGEST_PASSAGE } from './passage.js'
import { without, withoutJoints, type TokenRun } from './runs.js'
import { sourceOf } from './source.js'

const { VERB, AUX, ADV, ADJ, NOUN, PROPN, PRON, DET, NUM, CCONJ } = PART_OF_SPEECH

/** How sure it is that such a noun and its clause are a statement: of those in annotated articles nine in ten are. */
const CERTAINTY = 0.6

/**
 * Statements of a noun and the clause that tells what it is: "rejected claims that he lied", "a warning from the bank that debts are high". Their source
 * is whose it is, where that is told right beside the noun.
 */
export function nounClausesOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const found: Attribution[] = []
  for (let t = 0; t < tokens.count; t++) {
    const cue = { first: t, last: t }
    const parts = isNounOfSaying(tokens, t) && isFree(cue) ? partsOf(tokens, cue) : null
    if (parts !== null) found.push(ruled({ ...parts, cue }, CERTAINTY))
  }
  return found
}

/** Nouns whose clause is nearly always what somebody says or thinks. */
const NOUNS = new Set(
  `accusation allegation assertion assurance claim complaint concern criticism contention denial fear insistence prediction promise rumour rumor speculation
  suggestion warning belief worry`.split(/\s+/),
)

/** Whether a token is such a noun, and not the same word as a verb ("residents claim that"): it has an article, an owner, an adjective, or stands behind a verb. */
function isNounOfSaying({ lemma, pos, word, sentence, sentences }: Tokens, token: number): boolean {
  if (!NOUNS.has(lemma[token])) return false
  if (!ALSO_VERBS.has(lemma[token]) || token === sentences.first[sentence[token]]) return true
  const before = pos[token - 1]
  return before !== PRON && before !== NOUN && before !== PROPN && before !== AUX && before !== ADV && before !== CCONJ || POSSESSIVES.has(word[token - 1]) // prettier-ignore
}

/** Those that are verbs, too. */
const ALSO_VERBS = new Set(['claim', 'fear', 'promise', 'worry', 'rumour', 'rumor', 'concern'])

function partsOf(tokens: Tokens, cue: TokenRun): { source: TokenRun | null; content: TokenRun[] } | null {
  const { word, sentence, sentences } = tokens
  const ends = Math.min(sentences.last[sentence[cue.first]], cue.first + LONGEST_PASSAGE)
  const by = HOLDERS.has(word[cue.last + 1]) ? nounPhrase(tokens, cue.last + 2, ends, true) : null
  const that = (by?.last ?? cue.last) + 1
  if (that >= ends || word[that] !== 'that' || !opensClause(tokens, that)) return null
  const whole = withoutJoints(tokens, { first: that, last: ends })
  if (whole === null) return null
  const content = withinNoun(tokens, [whole], cue)
  if (content.length === 0) return null
  const source = by ?? possessorOf(tokens, cue)
  return { source: source === null ? null : sourceOf(tokens, source, cue, null), content: [...content] }
}

/** What stands before whose claim it is. */
const HOLDERS = new Set(['by', 'from', 'among'])

/** Whether a clause follows "that", and no verb of which it is the subject itself ("claims that were made"). */
function opensClause({ pos, word }: Tokens, that: number): boolean {
  let next = that + 1
  while (pos[next] === ADV) next++
  if (pos[next] === VERB || pos[next] === AUX || word[next] === ',') return false
  // "Accusations that impact my values"
  return pos[next] !== NOUN || (pos[next + 1] !== DET && !POSSESSIVES.has(word[next + 1]))
}

/** Whose the noun is: "his claim", "the minister's repeated claim"; null where nobody is told. */
function possessorOf(tokens: Tokens, cue: TokenRun): TokenRun | null {
  const { word, pos, sentence, sentences } = tokens
  let last = cue.first - 1
  while (pos[last] === ADJ || pos[last] === NUM) last--
  if (POSSESSIVES.has(word[last])) return { first: last, last }
  if (word[last] !== "'s" && word[last] !== "'") return null
  const begins = sentences.first[sentence[cue.first]]
  let first = last
  while (first > begins && first > last - LONGEST_NAME && isOfPhrase(tokens, first - 1)) first--
  return first === last ? null : { first, last: last - 1 }
}

const LONGEST_NAME = 8

/**
 * The clause of a noun less what its sentence goes on with: the verb of which the noun is the subject ("His claim that the dam is safe | has angered
 * residents"), or the main clause that it stands before ("Amid fears that the dam could burst, | the army left").
 */
export function withinNoun(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const run = content.find(({ first }) => first > cue.last)
  if (run === undefined || tokens.word[run.first] !== 'that' || !isNounOfSaying(tokens, cue.last)) return content
  const verbs = verbsOf(tokens, run)
  const { place } = placeOf(tokens, cue.first)
  let end = -1
  if (place === 'subject') end = outerVerb(tokens, verbs, 1)?.first ?? -1
  else if (place === 'front') end = mainClause(tokens, verbs, run)
  if (end < 0) return content
  return without(content, { first: end, last: content.at(-1)!.last }).flatMap(
    (rest) => withoutJoints(tokens, rest) ?? [],
  )
}
