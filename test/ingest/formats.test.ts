import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folderWith, readAll, stdinWith } from './folder.js'

const TEXTS = [
  'The mayor said: “We will rebuild.”\r\n\r\nNobody asked how.',
  'Zoë denied it — 🙂 twice.',
  '',
  '\u0000\ufeff\ufffd x',
]

interface Case {
  readonly extension: string
  readonly write: (texts: readonly string[]) => string
  readonly many: boolean
}

const CASES: readonly Case[] = [
  { extension: 'txt', write: ([text]) => text, many: false },
  { extension: 'json', write: ([text]) => JSON.stringify({ text }, null, 2), many: false },
  { extension: 'json', write: (texts) => JSON.stringify(texts.map((text) => ({ text }))), many: true },
  { extension: 'json', write: (texts) => JSON.stringify(texts.map((text) => ({ text })), null, 2), many: true }, // prettier-ignore
  { extension: 'jsonl', write: (texts) => texts.map((text) => JSON.stringify({ text })).join('\n'), many: true },
  {
    extension: 'ndjson',
    write: (texts) => texts.map((text) => `${JSON.stringify({ text })}\r\n`).join(''),
    many: true,
  },
]

describe.each(CASES)('a .$extension file', ({ extension, write, many }) => {
  describe.each(['', '.gz'])('named .' + extension + '%s', (compression) => {
    const pack = (content: string): Uint8Array => (compression === '' ? Buffer.from(content) : gzipSync(content))
    const groups = many ? [TEXTS] : TEXTS.map((text) => [text])

    test.each(groups.map((texts) => ({ texts })))('gives its texts unchanged', async ({ texts }) => {
      const folder = folderWith({ [`a.${extension}${compression}`]: pack(write(texts)) })
      const { articles, failures } = await readAll([`${folder}/a.${extension}${compression}`])
      expect(failures).toEqual([])
      expect(articles.map(({ text }) => text)).toEqual(texts)
      expect(articles.map(({ id }) => id)).toEqual(many ? texts.map((_, at) => `a#${at + 1}`) : ['a'])
    })

    test('gives the same from a folder, a glob, the standard input', async () => {
      const content = pack(write(TEXTS))
      const folder = folderWith({ [`a.${extension}${compression}`]: content })
      const { articles } = await readAll([`${folder}/a.${extension}${compression}`])
      expect((await readAll([folder])).articles).toEqual(articles)
      expect((await readAll([`${folder}/*${compression}`])).articles).toEqual(articles)
      const { articles: piped } = await readAll(['-'], { stdin: stdinWith(content) })
      expect(piped.map(({ text }) => text)).toEqual(articles.map(({ text }) => text))
    })

    test('gives the same however its bytes come', async () => {
      const content = pack(write(TEXTS))
      const whole = await readAll([], { stdin: stdinWith(content) })
      const bytes = await readAll([], { stdin: stdinWith(...[...content].map((byte) => Uint8Array.of(byte))) })
      expect(bytes).toEqual(whole)
    })
  })
})

describe('any text', () => {
  const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })

  test('written as UTF-8 comes back the same in whatever chunks, or is refused as binary', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.integer({ min: 1, max: 50 }), async (text, size) => {
        // What begins like JSON or with a byte order mark is read as what it says; both are tested elsewhere.
        const expected = `T ${text}`
        const bytes = Buffer.from(expected)
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        )
        const { articles, failures } = await readAll([], { stdin: stdinWith(...chunks) })
        if (failures.length > 0) {
          expect(failures.map(({ error }) => error.code)).toEqual(['not-text'])
          const controls = [...bytes].filter((byte) => byte === 127 || (byte < 32 && (byte < 9 || byte > 13))).length
          expect(controls / bytes.length).toBeGreaterThan(0.25)
        } else expect(articles.map(({ text }) => text)).toEqual([expected])
      }),
    )
  })

  test('in a JSON line comes back the same, lone surrogates too', async () => {
    const wild = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) })
    await fc.assert(
      fc.asyncProperty(fc.array(wild, { minLength: 1, maxLength: 5 }), async (texts) => {
        const lines = texts.map((text, at) => `${JSON.stringify({ id: at, text })}\n`).join('')
        const { articles } = await readAll([], { stdin: stdinWith(lines) })
        expect(articles.map(({ text }) => text)).toEqual(texts)
      }),
    )
  })

  test('an array in any white space, cut anywhere, is the same articles', async () => {
    const value = fc.record({ text: fc.string(), nested: fc.jsonValue() })
    await fc.assert(
      fc.asyncProperty(fc.array(value), fc.integer({ min: 0, max: 4 }), fc.nat(), async (values, indent, cut) => {
        const json = Buffer.from(` ${JSON.stringify(values, null, indent)}\n`)
        const folder = [json.subarray(0, cut % json.length), json.subarray(cut % json.length)]
        const { articles } = await readAll([], { stdin: stdinWith(...folder) })
        expect(articles.map(({ text }) => text)).toEqual(values.map(({ text }) => text))
      }),
    )
  })
})

describe('the fields of a JSON object', () => {
  const only = async (value: unknown, fields = {}): Promise<unknown> => {
    const { articles, lines } = await readAll(['-'], { stdin: stdinWith(`${JSON.stringify(value)}\n`), fields })
    return articles[0] ?? lines[0]
  }

  test('are known by their usual names', async () => {
    expect(
      await only({
        _id: 7,
        headline: 'Storm',
        articleBody: 'It rained.',
        url: 'x://y',
        byline: 'By A. B.',
        source: 'Daily',
        published_at: '2022-01-17',
        lang: 'en',
        tags: ['weather'], // prettier-ignore
      }),
    ).toEqual({
      id: '7',
      collection: 'stdin',
      title: 'Storm',
      text: 'It rained.',
      uri: 'x://y',
      author: 'By A. B.',
      publisher: 'Daily',
      published: '2022-01-17',
      language: 'en', // prettier-ignore
    })
  })

  test.each(['text', 'body', 'content', 'Text', 'full_text', 'article-body'])(
    'the text is found as %s',
    async (name) => {
      expect(await only({ [name]: 'It rained.' })).toMatchObject({ text: 'It rained.' })
    },
  )

  test('null and the empty string are as good as nothing, but for the text', async () => {
    expect(await only({ id: null, title: '', text: null, body: 'It rained.' })).toEqual({
      id: 'stdin#1',
      collection: 'stdin',
      text: 'It rained.', // prettier-ignore
    })
  })

  test('several authors are a list, one may be an object with a name', async () => {
    expect(await only({ text: 'x', authors: ['A. B.', 'C. D.'] })).toMatchObject({ author: 'A. B., C. D.' })
    expect(await only({ text: 'x', publisher: { name: 'Daily' } })).toMatchObject({ publisher: 'Daily' })
  })

  test('may be named by a path, a key with dots first', async () => {
    const fields = { text: 'story.parts.0', id: 'a.b' }
    const article = { text: 'wrong', story: { parts: ['right'] }, 'a.b': 'dotted', a: { b: 'nested' } }
    expect(await only(article, fields)).toMatchObject({ text: 'right', id: 'dotted' })
  })

  test('of the wrong kind are told of', async () => {
    expect(await only({ text: { html: '<p>' } })).toBe(
      'stdin:1: expected a string in "text", got an object; name another field with --field text=… [bad-field]',
    )
    expect(await only({ text: 'x', title: ['a'] })).toContain('expected a string in "title", got an array')
    expect(await only({ text: 'x', a: { b: 4 } }, { id: 'a' })).toContain('expected a string in "a", got an object')
    expect(await only({ headline: 'x', n: 1 })).toBe(
      'stdin:1: expected the article\'s text under "text", found "headline", "n"; name its field with --field text=… [no-text-field]',
    )
    expect(await only({ text: 'x' }, { text: 'story' })).toContain('expected the article\'s text under "story"')
  })

  test('with an unknown name are wrong usage', async () => {
    await expect(only({ text: 'x' }, { body: 'x' })).rejects.toMatchObject({ code: 'usage' })
  })
})
