import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { folderWith, readAll, stdinWith } from './folder.js'

const RUSSIAN = 'Президент заявил, что переговоры продолжатся.'
const FRENCH = 'Le maire a déclaré : « Nous reconstruirons l’école à côté », dit Zoë – 20 €.'

/** Bytes of a text in a single-byte encoding, by trying what each byte stands for. */
function encode(text: string, encoding: 'windows-1251' | 'windows-1252'): Buffer {
  const table = new Map<string, number>()
  const high1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
  for (let byte = 0; byte < 256; byte++) {
    const inLatin = byte >= 0x80 && byte < 0xa0 ? high1252[byte - 0x80] : String.fromCharCode(byte)
    table.set(encoding === 'windows-1252' ? inLatin : new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte)
  }
  return Buffer.from(Array.from(text, (character) => table.get(character)!))
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

async function read(content: Uint8Array, encoding?: string): Promise<{ text: string | undefined; codes: string[] }> {
  const { articles } = await readAll([], { stdin: stdinWith(content), ...(encoding === undefined ? {} : { encoding }) })
  return { text: articles[0]?.text, codes: (articles[0]?.diagnostics ?? []).map(({ code }) => code) }
}

describe('an encoding', () => {
  const marked: readonly (readonly [string, Buffer])[] = [
    ['UTF-8 without a mark', Buffer.from(RUSSIAN)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${RUSSIAN}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${RUSSIAN}`, 'utf16le')],
    ['UTF-16 BE with a mark', utf16be(`\ufeff${RUSSIAN}`)],
  ]
  test.each(marked)('is read from %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ text: RUSSIAN, codes: [] })
    expect(await read(gzipSync(bytes))).toEqual({ text: RUSSIAN, codes: [] })
  })

  test('a mark goes before a name, and only the first mark is one', async () => {
    expect(await read(Buffer.from(`\ufeff\ufeff${RUSSIAN}`), 'windows-1251')).toEqual({
      text: `\ufeff${RUSSIAN}`,
      codes: [],
    })
  })

  test.each([
    ['windows-1251', RUSSIAN],
    ['windows-1251', `"${RUSSIAN}" said Smith, who lives in the capital and was not asked.`],
    ['windows-1252', FRENCH],
    ['windows-1252', 'He wasn’t sure.'],
    ['windows-1252', '“Yes,” she said.'],
  ] as const)('%s is recognised: %s', async (encoding, text) => {
    expect(await read(encode(text, encoding))).toEqual({ text, codes: ['encoding-guessed'] })
  })

  test.each([
    ['windows-1251', encode(RUSSIAN, 'windows-1251'), RUSSIAN],
    ['latin1', encode(FRENCH, 'windows-1252'), FRENCH],
    ['utf-16le', Buffer.from(FRENCH, 'utf16le'), FRENCH],
    ['utf-16be', utf16be(FRENCH), FRENCH],
    ['shift_jis', Buffer.from([0x93, 0xfa, 0x96, 0x7b]), '日本'],
  ])('may be named: %s', async (encoding, bytes, text) => {
    expect(await read(bytes, encoding)).toEqual({ text, codes: [] })
  })

  test('that is not known is wrong usage', async () => {
    await expect(read(Buffer.from('x'), 'klingon')).rejects.toMatchObject({
      code: 'usage',
      message: 'expected an encoding such as utf-8, utf-16le or windows-1251; got "klingon"',
    })
  })

  test('is judged for each line by itself', async () => {
    const lines = [RUSSIAN, FRENCH, RUSSIAN].map((text) => JSON.stringify({ text }))
    const folder = folderWith({
      'a.jsonl': Buffer.concat([
        Buffer.from(`${lines[0]}\n`),
        encode(`${lines[1]}\n`, 'windows-1252'),
        encode(`${lines[2]}\n`, 'windows-1251'),
      ]),
    })
    const { articles } = await readAll([folder])
    expect(articles.map(({ text }) => text)).toEqual([RUSSIAN, FRENCH, RUSSIAN])
  })

  test('UTF-16 JSON lines are cut at their line ends, characters with the byte of one included', async () => {
    const lines = ['Ċ \u0a0a', 'second'].map((text) => `${JSON.stringify({ text })}\n`).join('')
    const { articles } = await readAll([folderWith({ 'a.jsonl': utf16be(`\ufeff${lines}`) })])
    expect(articles.map(({ text }) => text)).toEqual(['Ċ \u0a0a', 'second'])
  })
})

describe('broken UTF-8', () => {
  test('with whole characters around is not taken for another encoding', async () => {
    const bytes = Buffer.concat([Buffer.from(RUSSIAN), Buffer.from([0xff]), Buffer.from(' сегодня')])
    expect(await read(bytes)).toEqual({ text: `${RUSSIAN}\ufffd сегодня`, codes: ['replacement-character'] })
  })

  test('cut within its last character is that', async () => {
    expect(await read(Buffer.from('Zoë').subarray(0, 3))).toEqual({
      text: 'Zo\ufffd',
      codes: ['replacement-character'],
    })
  })

  test('that was named UTF-8 is not guessed', async () => {
    expect(await read(encode('Zoë said so.', 'windows-1252'), 'utf8')).toEqual({
      text: 'Zo\ufffd said so.',
      codes: ['replacement-character'],
    })
  })

  test('that fits no encoding gets replacement characters', async () => {
    const { text, codes } = await read(Buffer.from('word word word \x81\x8d word word word word', 'latin1'))
    expect(text).toBe('word word word \ufffd\ufffd word word word word')
    expect(codes).toEqual(['replacement-character'])
  })
})
