import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/record/article.js'
import { folderWith, readAll } from './folder.js'

const FILLER =
  'The mayor said on Monday that the old bridge would close for repairs, and that nobody who had looked at it should be surprised.'

async function read(page: string | Uint8Array, options = {}): Promise<Article> {
  const { articles, lines } = await readAll([folderWith({ 'a.html': page })], options)
  expect(lines).toEqual([])
  return articles[0]
}

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body><nav>Menu “a”</nav><article><p>${FILLER}</p>${body}<p>${FILLER}</p></article></body></html>`

describe('the text of a page', () => {
  test.each([
    [
      'entities',
      '<p>&ldquo;It&#8217;s &lt;late&gt; &amp; dark&rdquo;,&nbsp;he said.</p>',
      '“It’s <late> & dark”,\u00a0he said.',
    ],
    ['entities of Windows-1252', '<p>&#147;It is late&#148;, he said.</p>', '“It is late”, he said.'],
    ['white space as it shows', '<p>  It is\n   <b>very</b>\t late,\n he said. </p>', 'It is very late, he said.'],
    ['breaks', '<p>It is late,<br> he said.<br/>And dark.</p>', 'It is late,\nhe said.\nAnd dark.'],
    ['quotation marks around q', '<p><q>It is <q>late</q></q>, he said.</p>', '“It is ‘late’”, he said.'],
    ['lists', '<ul><li>It is late.</li><li>It is dark.</li></ul>', 'It is late.\n\nIt is dark.'],
    ['quoted blocks', '<blockquote><p>It is late.</p><p>It is dark.</p></blockquote>', 'It is late.\n\nIt is dark.'],
    [
      'nothing of scripts and styles',
      '<p>It is late.</p><script>alert("x")</script><style>p {}</style>',
      'It is late.',
    ],
  ])('has %s', async (_, body, text) => {
    expect((await read(page(body))).text).toBe(`${FILLER}\n\n${text}\n\n${FILLER}`)
  })

  test.each([
    ['no root and no body', `<title>T</title><p>${FILLER}<p>${FILLER}`],
    ['no body', `<html lang="en"><head><title>T</title></head><p>${FILLER}</p><p>${FILLER}</p></html>`],
  ])('is found in a page with %s', async (_, source) => {
    expect((await read(source)).text).toContain(`${FILLER}\n\n${FILLER}`)
  })

  test('runs no script', async () => {
    const run =
      '<script>globalThis.ran = 1</script><img src="x:" onerror="globalThis.ran = 2"><p onclick="globalThis.ran = 3">It is late.</p>'
    await read(page(run))
    expect(globalThis).not.toHaveProperty('ran')
  })
})

describe('what a page tells of itself', () => {
  test('comes from JSON-LD', async () => {
    const told = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Mayor: bridge closes',
      datePublished: '2022-01-17T08:00:00Z',
      author: { '@type': 'Person', name: 'Ann Writer' },
      publisher: { name: 'Daily Post' },
    }
    expect(await read(page('', `<script type="application/ld+json">${JSON.stringify(told)}</script>`))).toMatchObject({
      title: 'Mayor: bridge closes',
      author: 'Ann Writer',
      publisher: 'Daily Post',
      published: '2022-01-17T08:00:00Z',
    })
  })

  test('keeps who speaks in a title, and takes only addresses of the web', async () => {
    const head =
      '<title>Mayor of the small town: bridge closes</title><link rel="canonical" href="javascript:alert(1)"><meta name="date" content=" 17 January 2022">'
    const article = await read(page('', head))
    expect(article).toMatchObject({ title: 'Mayor of the small town: bridge closes', published: '17 January 2022' })
    expect(article.uri).toBeUndefined()
  })
})

describe('lost quotation marks', () => {
  const lost = '<div class="sidebar"><p>“Nobody asked us how we would get across the river,” said a baker.</p></div>'

  test('are told of', async () => {
    const { text, diagnostics } = await read(
      page(`<p>${FILLER}</p>`.repeat(4)).replace('</article>', `</article>${lost}`),
    )
    expect(text).not.toContain('baker')
    expect(diagnostics).toEqual([
      {
        code: 'quotation-marks-lost',
        severity: 'warning',
        message:
          '2 quotation marks of the page are not in its main text; the first is in the paragraph that begins: “Nobody asked us how we would get across',
      },
    ])
  })

  test('are none where the text has them, nor around the article', async () => {
    const kept =
      '<p>“Nobody asked us how we would get across the river,” <a class="share" href="/s">Share</a> said a baker.</p>'
    const around = `<footer><p>${'Read “other news” of this and other days. '.repeat(3)}</p></footer>`
    const { text, diagnostics } = await read(page(kept).replace('</body>', `${around}</body>`))
    expect(text).toContain('“Nobody asked us')
    expect(diagnostics).toBeUndefined()
  })
})

describe('the encoding of a page', () => {
  const cyrillic = Buffer.from([0xc4, 0xe0]) // Да
  const inside = (head: string, bytes: Buffer): Buffer => {
    const [before = '', after = ''] = page('<p>HERE, he said, and it was late.</p>', head).split('HERE')
    return Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)])
  }

  test('is what the page says', async () => {
    expect((await read(inside('<meta charset="windows-1251">', cyrillic))).text).toContain('Да, he said')
    const old = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
    expect((await read(inside(old, Buffer.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94])))).text).toContain(
      '“café”, he said',
    )
  })

  test('is UTF-8 where it can be, whatever the page says, and what the user says before what the page does', async () => {
    expect((await read(inside('<meta charset="windows-1251">', Buffer.from('Да')))).text).toContain('Да, he said')
    const options = { encoding: 'windows-1251' }
    expect((await read(inside('<meta charset="koi8-r">', cyrillic), options)).text).toContain('Да, he said')
  })
})

describe('a hostile page', () => {
  test.each([
    ['nests without end', '<div>'.repeat(50_000)],
    ['has tags without end', '<b>x</b>'.repeat(60_000)],
    ['has brackets without end', '<'.repeat(90_000)],
    ['has references without end', '&amp;'.repeat(200_000)],
    ['has comments without end', '<!--'.repeat(90_000)],
  ])(
    'that %s is refused soon, and the rest goes on',
    async (_, body) => {
      const { articles, failures } = await readAll([folderWith({ 'a.html': `<html><body>${body}`, 'b.txt': 'B' })])
      expect(failures.map(({ error }) => error.code)).toEqual([expect.stringMatching(/^(bad-html|no-main-text)$/)])
      expect(articles).toMatchObject([{ id: 'b' }])
    },
    30_000,
  )
})
