import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createExplainer } from '../../src/extract/explain.js'
import { createExtractor } from '../../src/extract/index.js'
import { HearsayError } from '../../src/record/errors.js'
import type { Record } from '../../src/record/record.js'
import { recordSchema } from '../../src/record/schema.js'
import { verifyRecord } from '../../src/record/verify.js'
import { processorTime } from '../processor-time.js'

const extractor = await createExtractor()
/** Accepts almost every draft, so that what rules do with bad ones shows too. */
const lenient = await createExtractor({ minConfidence: 0, language: 'en' })
const corpus = readdirSync(new URL('../../corpus', import.meta.url))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: readFileSync(new URL(`../../corpus/${name}`, import.meta.url), 'utf8') }))

/** Pieces of which texts like articles, and unlike them, are made. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'said', 'says', 'told', 'claimed', 'denied', 'according to', 'accused', 'asked whether', 'that', 'the mayor', 'Ann Smith', 'he', 'police',
      'reporters', 'a report', 'taxes will rise', 'nobody knew', 'was', 'of fraud', 'not', 'on Monday', '1,300', 'U.S.', "don't", 'Smith:', 'Q:', 'A:',
    ),
  },
  { weight: 5, arbitrary: fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '\r\n', '\u00a0', '\ufeff', '\u200d', '\u00ad', '\0', '\u2028') },
  { weight: 4, arbitrary: fc.constantFrom(...Array.from('“”‘’«»„‚‹›「」\'"`.,;:!?…-–—()[]')) },
  { weight: 1, arbitrary: fc.constantFrom('😀', '👨‍👩‍👧', '\ud800', '\udc00', '́', 'é', 'Ж', '中', 'http://', '\u202e', '\u001b[31m') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
) // prettier-ignore

const soup = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''))

/** Whole sentences, put together in all ways: most of these have statements. */
const sentence = fc.constantFrom(
  'The mayor said the bridge would close.',
  '“We agreed,” Ms. Lindqvist said, “and we left.”',
  'According to police, nobody was hurt.',
  '“Nobody told me that he said ‘no’,” Smith claimed.',
  '“It goes on.',
  '“It is a long day for all of us here.”',
  'Harbour to close: minister',
  'He denied that Ann Smith had accused him of lying.',
  'ROWE: The roof leaks.',
  'HALE: Who said so?',
  "It isn't over; the workers' pay is $1,300.",
)
const article = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', ' ', '\n', '\n\n', '')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''))

const anyText = fc.oneof({ weight: 1, arbitrary: soup }, { weight: 1, arbitrary: article })

const bytesOf = (record: Record) => JSON.stringify(record)

/** Every rule of a record, and its form. */
function expectSound(record: Record, text: string): void {
  expect([...verifyRecord(record, { text })]).toEqual([])
  const { success, error } = recordSchema.safeParse(record)
  expect(success, error?.message).toBe(true)
  for (const { source, cue, content } of record.statements) {
    for (const span of [source, cue, ...content]) {
      if (span !== null) expect(text.slice(span.start, span.end)).toBe(span.text)
    }
  }
}

describe('a record', () => {
  it.each(corpus)('of $name keeps every rule, and has statements', ({ text }) => {
    const record = extractor.extract({ id: 'a', text })
    expectSound(record, text)
    expectSound(lenient.extract({ id: 'a', text }), text)
    expect(record.statements.length).toBeGreaterThan(2)
  })

  it('keeps every rule, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expectSound(extractor.extract({ id: 'a', text }), text)
        expectSound(lenient.extract({ id: 'a', text }), text)
      }),
      { numRuns: 500 },
    )
  })

  it('stands any string of code units', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }), (units) => {
        const text = String.fromCharCode(...units)
        expectSound(lenient.extract({ id: 'a', text }), text)
      }),
      { numRuns: 200 },
    )
  })

  it('is the same bytes each time, whatever was extracted before', async () => {
    const fresh = await createExtractor({ minConfidence: 0, language: 'en' })
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), anyText, (before, text) => {
        const first = bytesOf(lenient.extract({ id: 'a', text }))
        for (const other of before) fresh.extract({ id: 'b', text: other })
        expect(bytesOf(fresh.extract({ id: 'a', text }))).toBe(first)
        expect(bytesOf(fresh.extract({ id: 'a', text }))).toBe(first)
      }),
      { numRuns: 150 },
    )
  })

  it('is the same from a second extractor, in another order', async () => {
    const other = await createExtractor()
    const records = corpus.map(({ text }) => bytesOf(extractor.extract({ id: 'a', text })))
    const again = [...corpus].reverse().map(({ text }) => bytesOf(other.extract({ id: 'a', text })))
    expect(again.reverse()).toEqual(records)
  })

  it('has fewer statements the more confidence is asked for, and the same ones', async () => {
    const strict = await createExtractor({ minConfidence: 0.8 })
    const counts = corpus.map(({ text }) => {
      const { statements } = strict.extract({ id: 'a', text })
      for (const { confidence } of statements) expect(confidence).toBeGreaterThanOrEqual(0.8)
      return statements.length
    })
    const usual = corpus.map(({ text }) => extractor.extract({ id: 'a', text }).statements.length)
    expect(counts.reduce((a, b) => a + b)).toBeLessThan(usual.reduce((a, b) => a + b))
  })

  it('of an empty text says so', () => {
    const record = extractor.extract({ id: 'a', text: '' })
    expectSound(record, '')
    expect([record.statements, record.sentences]).toEqual([[], []])
    expect(record.diagnostics.map(({ code }) => code)).toEqual(['empty-text'])
  })

  it.each([
    ['French', 'Le maire a déclaré lundi que le vieux pont fermerait pour des réparations. « Nous avons trop attendu », a-t-il dit aux journalistes, et il a ajouté que les travaux dureraient deux ans. Selon la police, personne ne sera surpris par cette décision du conseil.'],
    ['German', 'Der Bürgermeister sagte am Montag, dass die alte Brücke wegen Reparaturen geschlossen werde. „Wir haben zu lange gewartet“, sagte er vor Journalisten und fügte hinzu, die Arbeiten würden zwei Jahre dauern. Nach Angaben der Polizei ist niemand überrascht.'],
    ['Russian', 'Мэр заявил в понедельник, что старый мост будет закрыт на ремонт. «Мы слишком долго ждали», — сказал он журналистам и добавил, что работы продлятся два года. По данным полиции, никто не удивлён этим решением городского совета. Жители соседних улиц рассказали, что ждали этого много лет.'],
  ])('of a %s text has no statements and says why', (_language, text) => {
    const record = extractor.extract({ id: 'a', text })
    expectSound(record, text)
    expect(record.statements).toEqual([])
    expect(record.diagnostics.map(({ code }) => code)).toContain('not-english')
    expect(record.sentences.length).toBeGreaterThan(1)
  }) // prettier-ignore
})

describe('a hostile text', () => {
  const words = (count: number, of: (index: number) => string) =>
    Array.from({ length: count }, (_, k) => of(k)).join(' ')

  it.each([
    ['one million quotation marks', '"'.repeat(1_000_000)],
    ['200,000 words in one line', words(200_000, (k) => (k % 40 === 7 ? 'said' : ['the', 'mayor', 'came', 'that', 'day'][k % 5]))],
    ['words all different', words(200_000, (k) => `w${k}x`)],
    ['20,000 cue verbs in a row', words(20_000, () => 'said')],
    ['as many paragraphs of one', 'said\n\n'.repeat(20_000)],
    ['statements one after another', 'He said that she left. '.repeat(20_000)],
    ['quotations with a statement', '“We left,” he said.\n\n'.repeat(20_000)],
    ['quotations alone in their paragraphs', `He said: “It is a long day.”\n\n${'“It is a long day for us.”\n\n'.repeat(5000)}`],
    ['a quotation over 5,000 paragraphs', `He said: ${'“It is a long day for us.\n\n'.repeat(5000)}`],
    ['an interview', 'HALE: Who said so?\n\nROWE: He said that they said so.\n\n'.repeat(10_000)],
    ['according to, again and again', 'according to '.repeat(20_000)],
    ['colons', 'Smith: '.repeat(20_000)],
    ['statements within each other', 'He said that '.repeat(20_000)],
    ['claims within claims', 'His claim that '.repeat(20_000)],
    ['men who say that men said', `The man ${'who said the man '.repeat(10_000)}left.`],
    ['nested marks', '“he said ‘'.repeat(20_000)],
    ['a line without spaces', 'x'.repeat(2_000_000)],
    ['lone surrogates', '\ud800 said \udc00 '.repeat(20_000)],
    ['zeros and byte order marks', '\0he\ufeff said\0 '.repeat(20_000)],
  ])('takes bounded time: %s', (_name, text) => {
    let record: ReturnType<typeof lenient.extract>
    const took = processorTime(() => {
      record = lenient.extract({ id: 'a', text })
    })
    // Generous: what matters is that it ends. A quadratic rule would take hours for the longest of these.
    expect(took).toBeLessThan(60_000 + text.length * 0.1)
    expectSound(record!, text)
  }) // prettier-ignore
})

describe('an extractor', () => {
  it.each([
    [{ minConfidence: 1.5 }, 'usage', 'expected a minimum confidence from 0 to 1, got 1.5'],
    [{ minConfidence: NaN }, 'usage', 'expected a minimum confidence from 0 to 1, got NaN'],
    [{ attributionModel: 'gone/weights.bin' }, 'bad-model', /can be read/],
    [{ attributionModel: new URL(import.meta.url) }, 'bad-model', /^Expected a model file, got something else/],
  ])('is not made with %j', async (options, code, message) => {
    for (const make of [createExtractor, createExplainer]) {
      const failure = await make(options).then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(failure).toBeInstanceOf(HearsayError)
      expect(failure).toMatchObject({ code, message: expect.stringMatching(message) as string })
      expect((failure as HearsayError).toLine()).not.toContain('\n')
    }
  })

  it('names what made a record: another option, another producer', async () => {
    const other = await createExtractor({ minConfidence: 0.5 })
    expect(other.producer.options).not.toBe(extractor.producer.options)
    expect(other.producer.models).toEqual(extractor.producer.models)
    expect((await createExtractor()).producer).toEqual(extractor.producer)
  })

  it('keeps what the source tells of an article', () => {
    const { meta, uri, collection, id } = extractor.extract({
      id: 'a', collection: 'news', text: 'The mayor left.', uri: 'https://example.org/a', title: 'T', author: 'A', publisher: 'P', published: '2022-01-17',
    }) // prettier-ignore
    expect([id, collection, uri]).toEqual(['a', 'news', 'https://example.org/a'])
    expect(meta).toEqual({ title: 'T', author: 'A', publisher: 'P', published: '2022-01-17', language: 'en' })
  })
})

describe('an explanation', () => {
  it('comes for any place of any text with words, and agrees with the record', async () => {
    const explainer = await createExplainer({ minConfidence: 0, language: 'en' })
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => {
        fc.pre(lenient.extract({ id: 'a', text }).sentences.length > 0)
        const { decision, place } = explainer.explain({ id: 'a', text }, at % text.length)
        const { statements } = lenient.extract({ id: 'a', text })
        const { start } = place.token
        const holding = statements.filter(({ source, cue, content }) =>
          [source, cue, ...content].some((span) => span !== null && span.start <= start && start < span.end),
        )
        expect(decision.inStatement).toBe(holding.length > 0)
        if (decision.inStatement) expect(holding.map(({ id }) => id)).toContain(decision.statement)
      }),
      { numRuns: 200 },
    )
  })
})
