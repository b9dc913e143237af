import type { Record } from '../../src/record/record.js'
import { sha256Of } from '../../src/record/sha256.js'
import { spanOf } from '../../src/record/span.js'
import { ARTICLE, sampleRecord } from '../record/sample.js'

/** A record with its article's text, as an engine hands it over. */
export interface Written {
  readonly record: Record
  readonly text: string
}

/** The sample under another id. */
export function article(id: string, change: Partial<Record> = {}): Written {
  return { record: { ...sampleRecord(), id, ...change }, text: ARTICLE.text }
}

/** What a newer model makes of the sample: fewer statements. */
export function newerArticle(id: string): Written {
  const { statements, producer, ...rest } = sampleRecord()
  return {
    record: { ...rest, id, statements: statements.slice(0, 1), producer: { ...producer, options: sha256Of('other') } },
    text: ARTICLE.text,
  }
}

/** Everything that a format, a database or a spreadsheet could trip over. */
export const HOSTILE = [
  '\u0000', '\ud800', '\udc00', '=cmd|\' /C calc\'!A1', '@SUM(1)', `'; DROP TABLE articles; --`, '"quoted" \'quoted\' `quoted`',
  '\\N', '\\', '\\.', 'a\tb\nc\rd', '\u0001\u001b[31m\u007f\u0085\u2028', '😀', '$1 %s ? :name {}', '\ufeff', '\u202e', ',;|',
].join(' ') // prettier-ignore

/** A record of a text that begins with emoji, whose every word is hostile. */
export function hostileArticle(id: string): Written {
  const text = `😀😀 ${HOSTILE} said.`
  const whole = spanOf(text, 5, 5 + HOSTILE.length)
  const cue = spanOf(text, whole.end + 1, whole.end + 5)
  const { quantities, times, statements, entities, ...rest } = sampleRecord()
  return {
    text,
    record: {
      ...rest,
      id: `${id} ${HOSTILE}`,
      collection: HOSTILE,
      uri: HOSTILE,
      sha256: sha256Of(text),
      length: text.length,
      meta: { title: HOSTILE, author: HOSTILE, publisher: HOSTILE, published: HOSTILE, language: 'en' },
      sentences: [[0, text.length]],
      entities: entities.map((entity) => ({
        ...entity,
        name: HOSTILE,
        aliases: [HOSTILE],
        roles: [HOSTILE],
        mentions: [{ ...whole, form: 'name' as const }],
      })),
      quantities: quantities.map((quantity) => ({ ...quantity, ...whole, unit: HOSTILE, modality: HOSTILE })),
      times: times.map((time) => ({ ...time, ...whole, value: HOSTILE, alternatives: [HOSTILE] })),
      statements: statements.map((statement) => ({
        ...statement,
        speaker: { name: HOSTILE, form: 'name' as const, resolved: true, entity: 'e1' },
        source: whole,
        cue: { ...cue, lemma: HOSTILE },
        content: [whole],
      })),
      diagnostics: [{ code: 'undated', severity: 'info', message: HOSTILE }],
    },
  }
}
