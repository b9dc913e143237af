import type { Gold } from '../gold.js'
import { percentOf, Tally, type PrecisionRecall } from './figures.js'
import { comparableGold, comparablePrediction, matchStatements } from './matching.js'
import type { Misses } from './misses.js'
import { isPartOfName, sameName } from './names.js'
import type { Prediction } from './prediction.js'
import { same, show, wordsOf } from './spans.js'

/** Whole statements, nested ones too, with the speaker's name. Figures below `statement` are percentages of `matched`. */
export interface StatementFigures {
  readonly articles: number
  /** Content words overlap by half at least, one to one. An optional one of the gold counts neither found nor missed. */
  readonly statement: PrecisionRecall
  /** The content's spans are the gold's. */
  readonly contentExact: number
  /** The speaker's name is the gold's (or one of them), by `sameName`. */
  readonly speakerStrict: number
  /** The same, or all words of one of the names are words of the other. */
  readonly speakerLenient: number
  /** `speakerStrict` among those whose source is not itself the speaker's name; a percentage of `needResolving`. */
  readonly speakerResolved: number
  readonly kind: number
  readonly act: number
  /** How many statements of the gold were found. */
  readonly matched: number
  readonly needResolving: number
  /** The whole job in one figure: the statement is found and its speaker's name is strictly right. */
  readonly whoSaidWhat: PrecisionRecall
}

export function evaluateStatements(
  pairs: readonly (readonly [Gold<'statements'>, Prediction])[],
  misses: Misses,
): StatementFigures {
  const statement = new Tally()
  const right = { content: 0, strict: 0, lenient: 0, resolved: 0, kind: 0, act: 0 }
  let needResolving = 0
  for (const [{ id, text, statements }, prediction] of pairs) {
    const words = wordsOf(text)
    const gold = statements.map((one) => comparableGold(text, words, one))
    const predicted = prediction.statements.map((one) => comparablePrediction(text, words, one))
    const matches = matchStatements(gold, predicted)
    gold.forEach((wanted, i) => {
      const { speaker, speakers, kind, act, optional } = wanted.statement
      if (optional === true) return
      const match = matches.get(i)
      if (match === undefined) {
        statement.missed++
        misses.add('missed', id, `${speaker} | ${show(text, wanted.cue)} | ${show(text, wanted.content).slice(0, 160)}`)
        return
      }
      statement.found++
      const got = predicted[match]
      const name = got.statement.speaker?.name
      const names = speakers ?? [speaker]
      const strict = names.some((one) => sameName(one, name))
      const lenient = strict || names.some((one) => isPartOfEither(one, name))
      if (!lenient) {
        const passage = `${show(text, wanted.cue)} ${show(text, wanted.content).slice(0, 100)}`
        misses.add('speaker', id, `gold ${speaker} / got ${name} / ${passage}`)
      }
      if (wanted.statement.source.length > 0 && !sameName(textOf(text, wanted.statement.source), speaker)) {
        needResolving++
        if (strict) right.resolved++
      }
      if (strict) right.strict++
      if (lenient) right.lenient++
      if (same(wanted.content, got.content)) right.content++
      if (kind === got.statement.kind) right.kind++
      if (act === got.statement.act) right.act++
    })
    const matched = new Set(matches.values())
    predicted.forEach((got, j) => {
      if (matched.has(j)) return
      statement.extra++
      const passage = `${show(text, got.cue)} | ${show(text, got.content).slice(0, 160)}`
      misses.add('extra', id, `${got.statement.speaker?.name} | ${passage}`)
    })
  }
  const whoSaidWhat = new Tally()
  whoSaidWhat.found = right.strict
  whoSaidWhat.extra = statement.found + statement.extra - right.strict
  whoSaidWhat.missed = statement.found + statement.missed - right.strict
  return {
    articles: pairs.length,
    statement: statement.figures(),
    contentExact: percentOf(right.content, statement.found),
    speakerStrict: percentOf(right.strict, statement.found),
    speakerLenient: percentOf(right.lenient, statement.found),
    speakerResolved: percentOf(right.resolved, needResolving),
    kind: percentOf(right.kind, statement.found),
    act: percentOf(right.act, statement.found),
    matched: statement.found,
    needResolving,
    whoSaidWhat: whoSaidWhat.figures(),
  }
}

function isPartOfEither(a: string | null | undefined, b: string | null | undefined): boolean {
  return a != null && b != null && (isPartOfName(a, b) || isPartOfName(b, a))
}

function textOf(text: string, spans: readonly (readonly [number, number])[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(' ')
}
