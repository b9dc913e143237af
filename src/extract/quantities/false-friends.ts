import type { Numeral } from '../../record/numeral.js'
import { digitOf } from '../../record/numeral-digits.js'
import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'

const { NOUN, PROPN, ADJ, VERB, AUX, PUNCT, NUM, DET, ADV, PRON, ADP } = PART_OF_SPEECH

/** Nouns that a number behind names one of, whatever their case: "article 5", "flight 1549". */
const LABELLED = new Set('article section chapter page phase figure table room flight route highway interstate number no no. version type category class group round grade level stage act part paragraph clause amendment resolution rule gate platform channel station district ward zone pier apartment suite block line bus platoon unit sector episode season volume issue lot item formula'.split(' ')) // prettier-ignore

/** "one" before these is a pronoun. */
const AFTER_PRONOUN = new Set('another can could may might must shall should will would has is was'.split(' ')) // prettier-ignore
const BEFORE_PRONOUN = new Set('the this that no any every each another which other such some'.split(' '))

/** What hyphens join to a number where nothing is counted: "one-off", "two-way", "first-hand". */
const IDIOMS = new Set('off time way sided hand handed hander to-one on-one by-one rate class ever born ditch stop liner track minded and-a-half tolerance sum day'.split(' ')) // prettier-ignore

/** Whether a numeral counts, measures or orders nothing: a name, a label, a list number, a telephone number, a pronoun. */
export function isFalseFriend(tokens: Tokens, numeral: Numeral, isBare: boolean): boolean {
  return (
    (isBare && !isScore(numeral) && isPartOfName(tokens, numeral)) ||
    isPartOfSymbols(tokens, numeral) ||
    isListNumber(tokens, numeral) ||
    isTelephone(tokens, numeral) ||
    (isBare && isPronoun(tokens, numeral)) ||
    isIdiom(tokens, numeral) ||
    isClock(tokens, numeral) ||
    isTitle(tokens, numeral) ||
    isReference(tokens, numeral) ||
    isItem(tokens, numeral) ||
    (isBare && isAddress(tokens, numeral)) ||
    isMagnitudeAlone(tokens, numeral) ||
    isTally(tokens, numeral) ||
    isEra(tokens, numeral) ||
    (isBare && isEnumerator(tokens, numeral)) ||
    (numeral.isOrdinal && ordersNothing(tokens, numeral)) ||
    (numeral.isFraction && isPartOfNothing(tokens, numeral))
  )
}

const BEFORE_PERIOD = new Set('last this next the a per each every that past previous'.split(' '))

/** "43–5" behind the name of a side, unlike "737-800" behind that of a maker. */
function isScore({ to, value }: Numeral): boolean {
  return to !== null && (value < 100 || to < 100)
}

/** "Boeing 737", "Channel 4", "Article 5", "S&P 500"; and number words with a capital within a sentence: "Group of Seven". */
function isPartOfName(tokens: Tokens, { first, last, form, isOrdinal, rest, start }: Numeral): boolean {
  const { word, pos, text, sentence } = tokens
  if (form === 'words' && isCapitalised(tokens, first) && !beginsSentence(tokens, first)) return true
  if (rest !== '' && form === 'digits' && !rest.includes('-') && /^\p{Lu}/u.test(text.slice(start).replace(/^[\d.,]+/, ''))) return true // prettier-ignore
  const before = first - 1
  if (isOrdinal || before < 0 || sentence[before] !== sentence[first]) return false
  if (tokens.start[first] - tokens.end[before] > 1) return false
  // "Law No. (10)", "Section (39)"
  if (word[before] === '(' && (LABELLED.has(word[before - 1]) || (word[before - 1] === '.' && word[before - 2] === 'no'))) return true // prettier-ignore
  if (word[before] === '#' || word[before] === 'no.' || word[before] === '№' || word[before] === '§') return true
  // "Covid-zero"
  const isHyphened =
    word[before] === '-' &&
    tokens.start[first] === tokens.end[before] &&
    tokens.start[before] === tokens.end[before - 1]
  if (form !== 'digits')
    return (
      (isHyphened && pos[before - 1] === PROPN) ||
      (LABELLED.has(word[before]) && pos[before] === NOUN && !isNounBehind(tokens, last))
    )
  if (LABELLED.has(word[before])) return true
  // "week 22", "the year 79"; not "last week 22 people died", "this year 40 died".
  const isPeriod = (word[before] === 'week' && !BEFORE_PERIOD.has(word[before - 1])) || (word[before] === 'year' && word[before - 1] === 'the') // prettier-ignore
  if (isPeriod && !isPluralBehind(tokens, last) && pos[last + 1] !== VERB) return true
  if (isHyphened) return true
  const isName = pos[before] === PROPN || (pos[before] === NOUN && !beginsSentence(tokens, before))
  return isName && isCapitalised(tokens, before) && !isPluralBehind(tokens, last)
}

function beginsSentence({ sentences, sentence, pos, start, end, text }: Tokens, token: number): boolean {
  let first = sentences.first[sentence[token]]
  while (first < token && pos[first] === PUNCT) first++
  if (first === token) return true
  // Behind an opening mark, a dash, or the mark of an item.
  const before = text.slice(end[token - 1] - 1, start[token])
  return /^[“"‘'«„—–:(!?]|^[-~•*|]\s/.test(before)
}

function isNounBehind({ pos, count, sentence }: Tokens, last: number): boolean {
  const next = last + 1
  return next < count && sentence[next] === sentence[last] && (pos[next] === NOUN || pos[next] === ADJ)
}

function isPluralBehind({ pos, word, lemma, count, sentence }: Tokens, last: number): boolean {
  for (let t = last + 1; t < count && t <= last + 3 && sentence[t] === sentence[last]; t++) {
    if (pos[t] === NOUN && (word[t] !== lemma[t] || word[t] === 'people')) return true
    if (pos[t] !== NOUN && pos[t] !== ADJ) return false
  }
  return false
}

/** "2^10", "24/7", "9/11", "/2022": digits of a formula, of an address, of something else than a number. */
function isPartOfSymbols({ text }: Tokens, { start, end, form, isFraction, value }: Numeral): boolean {
  if (form !== 'digits') return false
  // "BA.5": a name with a point in it.
  if (text.charAt(start - 1) === '.' && /\p{Lu}/u.test(text.charAt(start - 2))) return true
  return GLUE.test(text.charAt(start - 1)) || (isFraction && value > 1) || /^[\^_=/*\\]$/.test(text.charAt(end))
}

const GLUE = /^[\^_=/*\\&@]$/

/** "1922 UTC": a time of day without a colon. */
function isClock({ word, text }: Tokens, { last, start, end }: Numeral): boolean {
  const next = word[last + 1]
  return (
    end - start === 4 &&
    (next === 'utc' || next === 'gmt' || next === 'hours') &&
    /^\d{4}$/.test(text.slice(start, end))
  )
}

/** A number that is all there is between quotation marks, or the value in a piece of markup: ‘13th’, id="5". */
function isTitle({ text }: Tokens, { start, end }: Numeral): boolean {
  return /["“‘']$/.test(text.slice(start - 1, start)) && /^[.,]?["”’']/.test(text.slice(end, end + 2))
}

/** The number of a note: "map[3]", "map[[3]]". */
function isReference({ text }: Tokens, { start, end, form }: Numeral): boolean {
  if (form !== 'digits' || text.charAt(end) !== ']' || text.charAt(start - 1) !== '[') return false
  return /^\S/.test(text.charAt(start - 2))
}

/** "(1) how it began and (2) how it went": parts of a sentence. */
function isItem({ word, pos, sentence, count }: Tokens, { first, last, form, value }: Numeral): boolean {
  if (form !== 'digits' || value > 9 || word[first - 1] !== '(' || word[last + 1] !== ')') return false
  const next = last + 2
  return next < count && sentence[next] === sentence[last] && pos[next] !== PUNCT && pos[first - 2] !== PROPN
}

/** "billion" of "XY217 billion": the number that it belongs to is no number here. */
function isMagnitudeAlone({ text, start, end }: Tokens, { first, form, value }: Numeral): boolean {
  if (form !== 'words' || value < 1e5 || first === 0 || start[first] - end[first - 1] > 1) return false
  return digitOf(text.charCodeAt(end[first - 1] - 1)) >= 0
}

/** "credit scores", "have the scores available": scores are so many only before what they count. */
function isTally({ word, pos }: Tokens, { first, last, isVague }: Numeral): boolean {
  if (!isVague || word[first] !== 'scores' || last !== first) return false
  const before = pos[first - 1]
  if (before === NOUN || before === PROPN || before === ADJ || before === DET || (before === PRON && word[last + 1] !== 'of')) return true // prettier-ignore
  const next = pos[last + 1]
  return word[last + 1] !== 'of' && word[last + 1] !== 'more' && next !== VERB && next !== AUX
}

/** "619 Waddell Avenue" */
function isAddress(tokens: Tokens, { last, form }: Numeral): boolean {
  if (form !== 'digits') return false
  let at = last + 1
  while (at <= last + 3 && isCapitalised(tokens, at) && !STREETS.has(tokens.word[at])) at++
  return at > last + 1 && at <= last + 4 && STREETS.has(tokens.word[at]) && isCapitalised(tokens, at)
}

const STREETS = new Set('street avenue road boulevard drive lane square terrace st. ave. rd. blvd.'.split(' '))

/** "664 b.c.e.": a year. */
function isEra({ word }: Tokens, { last, form, rest }: Numeral): boolean {
  return form === 'digits' && rest === '' && /^(?:b\.?c\.?(?:e\.?)?|c\.e\.?|a\.d\.?)$/.test(word[last + 1] ?? '')
}

/** "that is, one, his temperament, and two, his language": words that number the parts of a sentence. */
function isEnumerator({ word }: Tokens, { first, last, form, value, isOrdinal }: Numeral): boolean {
  if (form !== 'words' || value > 5 || isOrdinal) return false
  return word[last + 1] === ',' && (word[first - 1] === ',' || (word[first - 1] === 'and' && word[first - 2] === ','))
}

/** "1." or "2)" where a paragraph begins. */
function isListNumber({ paragraphs, paragraph, word }: Tokens, { first, last, form }: Numeral): boolean {
  const opening = paragraphs.first[paragraph[first]]
  const isFirst = opening === first || (opening === first - 1 && word[opening] === '(')
  return form === 'digits' && isFirst && (word[last + 1] === '.' || word[last + 1] === ')') && last + 1 < paragraphs.last[paragraph[first]] // prettier-ignore
}

function isTelephone(
  { text, word, start, end, sentence, count }: Tokens,
  { first, last, to, form, start: from, end: stop }: Numeral,
): boolean {
  // prettier-ignore
  if (form !== 'digits') return false
  const written = text.slice(from, stop)
  if (/^0\d/.test(written)) return true
  if (text.charAt(from - 1) === '+' && written.replace(/\D/g, '').length > 4) return true
  if (to !== null && /^\d{3}-\d{4}$/.test(written)) return true
  if (word[first - 1] === '+' && start[first] === end[first - 1] && written.length <= 3 && /^\d/.test(word[last + 1] ?? '')) return true // prettier-ignore
  const isDigits = (token: number): boolean => token >= 0 && token < count && sentence[token] === sentence[first] && /^[\d-]{3,}$/.test(word[token]) // prettier-ignore
  const follows = isDigits(last + 1) && start[last + 1] - end[last] === 1
  const precedes = isDigits(first - 1) && start[first] - end[first - 1] === 1
  return (follows || precedes) && /^\d+(?:[- ]\d+)*$/.test(written) && !word[last + 1]?.includes('.')
}

function isPronoun({ word, pos, sentence, count }: Tokens, { first, last, value, form, rest }: Numeral): boolean {
  if (form !== 'words' || value !== 1 || rest !== '' || word[first] !== 'one') return false
  const next = word[last + 1]
  if (next === 'of' || word[first - 1] === 'minus' || word[first - 1] === 'negative') return false
  if (word[first - 1] === 'number' || word[first - 1] === 'square') return true
  // "said that one in five workers"
  if (next === 'in' && pos[last + 2] === NUM) return false
  if (BEFORE_PRONOUN.has(word[first - 1]) && !(word[first - 1] === 'the' && pos[last + 1] === NOUN)) return true
  if (AFTER_PRONOUN.has(next)) return true
  // "a necessary one and an urgent one"
  if (pos[first - 1] === ADJ && pos[first - 2] === DET && pos[last + 1] !== NOUN) return true
  if (next === 'out' && word[last + 2] === 'of') return false
  const p = pos[last + 1]
  // "makes one available to anyone"
  const [after, isIn] = [pos[last + 2], last + 2 < count && sentence[last + 2] === sentence[last]]
  if (p === ADJ && pos[first - 1] === VERB && isIn && (after === ADP || after === PUNCT)) return true
  // "at least one elaborate outfit": an adjective that looks like a verb.
  if (p === VERB && pos[last + 2] === NOUN && /^(?:least|than|only|just|about)$/.test(word[first - 1])) return false
  return !(p === NOUN || p === PROPN || p === ADJ || p === NUM || p === ADV || next === '-' || next === 'percent' || next === 'per' || next === '%' || next === 'in' || next === 'and' || next === 'or' || next === 'to' || next === 'over') // prettier-ignore
}

function isIdiom({ word }: Tokens, { first, last, rest, value }: Numeral): boolean {
  if (rest !== '' && value <= 3 && IDIOMS.has(rest)) return true
  if (word[last + 1] === '-' && value <= 3 && IDIOMS.has(word[last + 2] ?? '')) return true
  // "zero-Covid", "zero-sum"
  if (word[first] === 'zero' && (rest !== '' || word[last + 1] === '-')) return true
  if (word[first] === 'zero' && (word[last + 1] === 'in' || word[last + 1] === 'out')) return true
  return rest === '' && (word[last + 1] === '/' || word[first - 1] === '/')
}

/** "first identified", "at first", "second to none": no thing has the place. */
function ordersNothing(tokens: Tokens, { first, last, form, rest }: Numeral): boolean {
  const { word, pos, count, sentence, sentences } = tokens
  if (rest !== '') return false
  const next = last + 1
  const before = first > 0 && sentence[first - 1] === sentence[first] ? word[first - 1] : ''
  if (before === 'at' || before === 'seconds' || (word[first] === 'second' && (before === 'a' || before === 'per' || before === 'every') && pos[next] !== NOUN)) return true // prettier-ignore
  // "He first joined", "when I first read it"
  if (SUBJECTS.has(before)) return true
  const isDetermined = DETERMINERS.has(before) || before === "'s" || pos[first - 1] === DET || pos[first - 1] === PRON
  // "She finished second."
  if (next >= count || sentence[next] !== sentence[last] || pos[next] === PUNCT)
    return first > sentences.first[sentence[first]] ? !isDetermined && pos[first - 1] !== VERB && pos[first - 1] !== ADP : word[next] === ',' // prettier-ignore
  if (word[next] === 'of' && word[next + 1] === 'all') return true
  // "third party candidates", "in the first place"
  if (word[first] === 'third' && (word[next] === 'party' || word[next] === 'parties')) return true
  if (word[first] === 'first' && word[next] === 'place' && before === 'the' && word[first - 2] === 'in') return true
  const p = pos[next]
  if (p === NOUN || p === PROPN || p === ADJ || p === NUM || word[next] === '-') return false
  if (isDetermined) return false
  return form === 'words' || p === VERB || p === AUX
}

const SUBJECTS = new Set('i you he she we they who it'.split(' '))
const DETERMINERS = new Set('the a an his her its their our my your this that every'.split(' '))

const COMPARED = new Set('than over about nearly almost roughly around by'.split(' '))

/** "half" of a compound or a game, "quarter" of a year. */
function isPartOfNothing({ word, pos }: Tokens, { first, last, form, rest }: Numeral): boolean {
  if (form !== 'words') return false
  const opening = word[first]
  if (rest !== '') return true
  if (opening === 'half' || opening === 'quarter') {
    if (opening === 'quarter') return true
    const next = word[last + 1]
    const isCompared = COMPARED.has(word[first - 1] ?? '')
    const isHalf = isCompared || next === 'of' || pos[last + 1] === DET || next === 'its' || next === 'their' || next === 'his' || next === 'her' || next === 'all' // prettier-ignore
    const isOther = /^(?:first|second|other|last)$/.test(word[first - 1] ?? '')
    return !isHalf || isOther
  }
  // "a quarter" of a year or of an hour.
  return (
    /quarter/.test(word[last]) && word[last + 1] !== 'of' && opening !== 'a' && opening !== 'three' && opening !== 'one'
  )
}
