import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Attribution } from '../../../src/extract/attribution/attribution.js'
import { adjunctsOf } from '../../../src/extract/attribution/adjuncts.js'
import { clauseOf } from '../../../src/extract/attribution/clause.js'
import { separate } from '../../../src/extract/attribution/coordination.js'
import { nest } from '../../../src/extract/attribution/nesting.js'
import { continueQuotations } from '../../../src/extract/attribution/quotation-runs.js'
import { overlap } from '../../../src/extract/attribution/runs.js'
import { labelledQuotations, turnsOf } from '../../../src/extract/attribution/transcripts.js'
import { statementsFrom, tokenise } from './view.js'

const WORDS = [
  'Arnell', 'said', 'was', 'told', 'accused', 'of', 'by', 'in', 'a', 'statement', 'interview', 'with', 'that', 'to', 'not', 'it', 'he',
  'According', 'according', 'the', 'words', 'would', 'rain', 'on', 'Thursday', "'s", ',', ':', '.', '“', '”', '"', '(', ')', '—', '09:10',
  '\n\n', 'and', 'claims', 'named', '?', '\u{1F600}', 'Tove Arnell:', 'as',
] // prettier-ignore

const texts = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 60 }).map((words) => words.join(' '))
/** Where the parts of a statement begin and end, as fractions of the text. */
const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })

it('cuts whatever is found, in whatever text, to parts that are apart and in order', () => {
  fc.assert(
    fc.property(texts, fc.array(places, { minLength: 1, maxLength: 6 }), (text, found) => {
      const tokens = tokenise(text)
      if (tokens.count === 0) return
      const all: Attribution[] = []
      for (const one of found) {
        const [a, b, c, d, e, f] = one.map((at) => Math.floor(at * (tokens.count - 1))).sort((x, y) => x - y)
        if (b === c || d === e) continue
        for (const [source, cue, content] of [
          [
            { first: a, last: b },
            { first: c, last: d },
            { first: e, last: f },
          ],
          [
            { first: e, last: f },
            { first: c, last: d },
            { first: a, last: b },
          ],
        ]) {
          const clause = clauseOf(tokens, { source, cue, content: [content] })
          if (clause === null || all.some(({ cue }) => cue !== null && overlap(cue, clause.cue!))) continue
          expect(clause.content.length).toBeGreaterThan(0)
          const parts = [clause.cue!, ...clause.content].sort((x, y) => x.first - y.first)
          parts.forEach(({ first, last }, k) => {
            expect(first).toBeGreaterThan(k === 0 ? -1 : parts[k - 1].last)
            expect(last).toBeGreaterThanOrEqual(first)
            expect(last).toBeLessThan(tokens.count)
          })
          all.push({ ...clause, implied: null, verbatim: false, parent: null, confidence: 0.9 })
        }
      }
      const isFree = (): boolean => false
      all.push(...turnsOf(tokens), ...adjunctsOf(tokens, isFree), ...labelledQuotations(tokens, isFree))
      separate(tokens, all)
      continueQuotations(tokens, all, 0)
      nest(all)
      for (const { content } of all) {
        const firsts = content.map(({ first }) => first)
        const lasts = content.map(({ last }) => last)
        for (let k = 1; k < content.length; k++) expect(firsts[k]).toBeGreaterThan(lasts[k - 1])
      }
      const statements = statementsFrom(tokens, all)
      const byId = new Map(statements.map((statement) => [statement.id, statement]))
      for (const statement of statements) {
        for (const span of [statement.cue, statement.source, ...statement.content])
          if (span) expect(span.text).toBe(text.slice(span.start, span.end))
        let depth = 0
        for (let up = statement.parent; up !== null; up = byId.get(up)!.parent) expect(++depth).toBeLessThan(100)
      }
    }),
    { numRuns: 500 },
  )
})
