import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folderWith, readAll, stdinWith } from './folder.js'

async function read(
  table: string | Uint8Array,
  options = {},
): Promise<{ texts: string[]; ids: string[]; lines: string[] }> {
  const { articles, lines } = await readAll([folderWith({ 'a.csv': table })], options)
  return { texts: articles.map(({ text }) => text), ids: articles.map(({ id }) => id), lines }
}

describe('a table', () => {
  test.each([',', ';', '\t', '|'])('may have its cells apart by %j', async (delimiter) => {
    const rows = [
      ['no', 'Body', 'headline'],
      ['1', 'It rained, then; it|snowed.', 'A'],
      ['2', 'x', 'B'],
    ]
    const table = rows.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\n')
    expect((await read(table)).texts).toEqual(['It rained, then; it|snowed.', 'x'])
  })

  test('may be of one column, and have line ends of any kind and blank lines', async () => {
    expect((await read('text\r\nIt rained.\r\n\r\n"It\r\nsnowed."')).texts).toEqual(['It rained.', 'It\r\nsnowed.'])
  })

  test('has each of its columns once for the user to name', async () => {
    const options = { fields: { text: 'what.was said', id: 'n' } }
    expect(await read('n,what.was said\n7,It rained.\n', options)).toMatchObject({ texts: ['It rained.'], ids: ['7'] })
  })

  test('without a column for the text is one error', async () => {
    expect((await read('n,what\n7,x\n8,y\n')).lines).toEqual([
      'news/a.csv:1: expected the article\'s text under "text", found "n", "what"; name its field with --field text=… [no-text-field]',
    ])
  })

  test('is decoded row by row as text is', async () => {
    const table = Buffer.concat([
      Buffer.from('id,text\n1,It rained in Zoë.\n2,'),
      Buffer.from('Caf\xe9 owners said \x93no\x94.', 'latin1'),
    ])
    const { articles } = await readAll([folderWith({ 'a.csv': table })])
    expect(articles.map(({ text }) => text)).toEqual(['It rained in Zoë.', 'Café owners said “no”.'])
    expect(articles[1].diagnostics).toMatchObject([{ code: 'encoding-guessed' }])
    const named = await readAll([folderWith({ 'a.csv': Buffer.from('\ufeffid,text\n1,да', 'utf16le') })])
    expect(named.articles).toMatchObject([{ text: 'да' }])
  })

  test('names no property of its own', async () => {
    expect((await read('__proto__,constructor,text\na,b,c\n')).texts).toEqual(['c'])
  })
})

describe('a broken row', () => {
  test.each([
    ['a mark that is not closed', 'id,text\n1,"It\n2,rained.\n3,x\n', [2], ['2', '3']],
    ['a mark that is not closed before one that is', 'id,text\n1,"It\n2,"rained."\n3,x\n', [2], ['2', '3']],
    ['a mark within a quoted cell', 'id,text\n1,"It "really" rained."\n2,x\n', [2], ['2']],
    ['a cell too many', 'id,text\n1,It,rained\n2,x\n', [2], ['2']],
    ['a cell too few', 'id,text\n1\n2,x\n', [2], ['2']],
    ['two of them', 'id,text\n1,"a "b\n2,"c\n3,x\n', [2, 3], ['3']],
  ])('by %s is told of with its line, and the others are read', async (_, table, at, expected) => {
    const { ids, lines } = await read(table.replace('id,text', 'no,id,text').replace(/^(?=\d)/gm, '0,'))
    expect(lines).toEqual(
      at.map((line) => expect.stringMatching(new RegExp(`^news/a.csv:${line}: expected .* \\[bad-csv\\]$`)) as string),
    )
    expect(ids).toEqual(expected)
  })

  test('costs no other row, wherever a mark was forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        async (forgotten, size) => {
          const table = [
            'id,text',
            ...forgotten.map((is, at) => `${at},"He said ""no"", at ${at}.${is ? '' : '"'}`),
          ].join('\n')
          const bytes = Buffer.from(table)
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.subarray(at * size, (at + 1) * size),
          )
          const { articles, lines } = await readAll(['-'], { stdin: stdinWith(...chunks) })
          expect(articles.map(({ id }) => id)).toEqual(forgotten.flatMap((is, at) => (is ? [] : [String(at)])))
          expect(lines).toHaveLength(forgotten.filter((is) => is).length)
        },
      ),
    )
  })
})

test('any cells come back as they were', async () => {
  const cell = fc.string({ unit: 'binary' }).map((text) => `T${text}`)
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (texts) => {
      const rows = texts.map((text, at) => `${at};"${text.replaceAll('"', '""')}"\n`)
      const { articles, failures } = await readAll(['-'], { stdin: stdinWith(`id;text\n${rows.join('')}`) })
      if (failures[0]?.error.code !== 'not-text') expect(articles.map(({ text }) => text)).toEqual(texts)
    }),
  )
})
