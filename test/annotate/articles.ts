import fc from 'fast-check'
import { settledArticle, type Annotated, type AnnotatedStatement } from '../../src/annotate/gold.js'
import type { Offsets } from '../../src/annotate/spans.js'
import {
  ACTS,
  COMPARATORS,
  ENTITY_TYPES,
  QUANTITY_KINDS,
  SOURCE_FORMS,
  STATEMENT_KINDS,
  TIME_KINDS,
} from '../../src/record/record.js'
import { sha256Of } from '../../src/record/sha256.js'

/** What texts are made of, where tools count or keep characters differently. */
const PIECES = ['said', 'a', ' ', '  ', '\n', '\r\n', '\r', '\t', '😀', '👩‍👩‍👧', 'e\u0301', 'ق', '\ufeff', '\ud800', '\udc00', '\0', '\x1b[31m', '\u2028', '\u0085', '\v', '"', '“', ';', '<b>&amp;', '\\n'] // prettier-ignore

const text = fc.array(fc.constantFrom(...PIECES), { minLength: 4, maxLength: 60 }).map((pieces) => pieces.join(''))
const name = fc.oneof(
  fc.constantFrom('Ann', 'Bo / Cy', '-', '"Q"', '[x]', 'D; e=f', ' g ', 'h\ti', '😀\ud800'),
  fc.string({ minLength: 1 }),
)
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const mark = fc.constantFrom({}, { optional: true })

/** Articles with anything annotated in them that the guidelines allow, in the form that tools keep. */
export const annotatedArticle: fc.Arbitrary<Annotated> = text.chain((text) => {
  const span = fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]): Offsets => [Math.min(a, b), Math.max(a, b)])
  const role = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.array(span, { maxLength: 2 }) },
  )
  const quantity = fc
    .record({
      span,
      kind: fc.constantFrom(...QUANTITY_KINDS),
      comparator: fc.constantFrom(...COMPARATORS),
      unit: name,
      value: number,
    })
    .chain((fields) =>
      fc
        .tuple(
          fc.constantFrom(
            {},
            { value: null, low: -0, high: 1e21 },
            { direction: 'up' as const, negated: true, modality: 'could' },
          ),
          mark,
        )
        .map(([more, optional]) => ({ ...fields, ...more, ...optional })),
    )
  const time = fc
    .record({ span, kind: fc.constantFrom(...TIME_KINDS), value: fc.constantFrom('2024-04-03', 'P3D') })
    .chain((fields) =>
      fc
        .tuple(fc.constantFrom({}, { low: '2024', high: '2025' }, { alternatives: ['2024-03-04', 'XXXX'] }), mark)
        .map(([more, optional]) => ({ ...fields, ...more, ...optional })),
    )
  const statement = fc.record({
    content: fc.array(span, { minLength: 1, maxLength: 3 }),
    roles: fc.record({ cue: role, source: role, addressee: role, medium: role, time: role }),
    speakers: fc.array(fc.oneof(fc.constant(null), name), { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom(...STATEMENT_KINDS),
    act: fc.constantFrom(...ACTS),
    form: fc.constantFrom(null, ...SOURCE_FORMS),
    negated: fc.boolean(),
    optional: fc.boolean(),
    parent: fc.constant(null),
  })
  return fc
    .record({
      entities: fc.array(fc.record({ span, type: fc.constantFrom(...ENTITY_TYPES), name }), { maxLength: 4 }),
      quantities: fc.array(quantity, { maxLength: 2 }),
      times: fc.array(time, { maxLength: 2 }),
      statements: fc.array(statement, { maxLength: 5 }),
      parents: fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }),
    })
    .map(({ parents, quantities, times, statements, ...lists }) => {
      const article = settledArticle({
        head: { id: 'news/1 😀', sha256: sha256Of(text), title: 'T\u2028', dateline: { place: 'Paris' } },
        text,
        ...lists,
        quantities: apart(quantities),
        times: apart(times),
        statements: distinct(statements),
      })
      return {
        ...article,
        quantities: apart(article.quantities),
        times: apart(article.times),
        statements: distinct(article.statements).map((each, index) => ({
          ...each,
          // A parent before it, after it where there is one, or none: never in a circle.
          parent: parents[index] < index ? parents[index] : null,
        })),
      }
    })
})

function apart<Item extends { readonly span: Offsets }>(items: readonly Item[]): Item[] {
  let end = 0
  return [...items]
    .sort((a, b) => a.span[0] - b.span[0])
    .filter(({ span }) => {
      const isApart = span[0] >= end
      if (isApart) end = span[1]
      return isApart
    })
}

function distinct(statements: readonly AnnotatedStatement[]): AnnotatedStatement[] {
  const seen = new Set<string>()
  return statements.filter(({ content, roles }) => {
    const key = JSON.stringify([content, roles.cue])
    return !seen.has(key) && seen.add(key)
  })
}
