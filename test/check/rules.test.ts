import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explanationOf } from '../../src/check/explanation.js'
import { RULES } from '../../src/check/index.js'
import { checked, findingsOf, lines, SOUND } from './corpus.js'

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ')
const dated = { published: '2024-03-12' }

/** Of each rule that reads texts alone: what it finds something in, what it finds, and what is near but sound. */
const CASES: readonly (readonly [
  rule: string,
  bad: Readonly<Record<string, string | Buffer>>,
  found: readonly object[],
  sound: Readonly<Record<string, string | Buffer>>,
])[] = [
  [
    'unreadable',
    { 'a.jsonl': '{"text": \n', 'b.txt': Buffer.from([0, 1, 2, 0, 255, 254, 0]) },
    [{ line: 1, message: 'cannot be read (bad-json)' }, { message: 'cannot be read (not-text)' }],
    { 'a.txt': SOUND },
  ],
  [
    'wrong-encoding',
    {
      'a.txt': 'The caf\ufffd is shut, the mayor said.',
      'b.txt': Buffer.from('Caf\u00e9 M\u00fcller is shut.', 'latin1'),
    },
    [{ line: 1, column: 8, message: 'characters were lost in decoding (U+FFFD)' }, { message: 'the bytes are not UTF-8: their encoding was guessed' }], // prettier-ignore
    { 'a.txt': 'The café is shut.' },
  ],
  [
    'mojibake',
    { 'a.txt': 'One line.\nThey donâ€™t know the cafÃ©.', 'b.txt': 'Он сказал: РџСЂРёРІРµС‚.' },
    [{ line: 2, column: 9, start: 18, end: 21, message: '2 places where UTF-8 was decoded as another encoding, the first here' }, { line: 1 }], // prettier-ignore
    { 'a.txt': 'SÃO PAULO — “L’État”, naïve, Ørsted, Â, СССР» и С–, déjà vu.' },
  ],
  [
    'mojibake',
    Object.fromEntries(['Ã…land', 'Ã‘andÃº', 'It’s â€™', 'Ã”', 'å¤§', 'Ù„Ù„', 'É™É™', 'ðŸ˜€', 'ï»¿One', 'â„¢'].map((bad, n) => [`${n}.txt`, bad])), // prettier-ignore
    Array.from({ length: 10 }, () => ({ line: 1 })),
    Object.fromEntries(
      [
        '“BEYONCÉ”', 'Strauß’s party', 'NESTLÉ’S', '‘CAFÉ’…', 'NESTLÉ™', 'Groß\u00adbritannien', 'CAFÉ\u00a0—',
        'at the “café”—', 'Beyoncé’…', '« Beyoncé\u00a0»', 'STRAUß–RÖSTI', '‘“Renée’”', 'È', 'Ö',
      ].map((sound, n) => [`${n}.txt`, sound]), // prettier-ignore
    ),
  ],
  ['empty-article', { 'a.txt': ' \n — …\n' }, [{ message: 'the article has no words' }], { 'a.txt': 'One.' }],
  ['short-article', { 'a.txt': words(19) }, [{ message: '19 words, expected 20 at least' }], { 'a.txt': words(20), 'b.txt': '' }], // prettier-ignore
  ['huge-article', { 'a.txt': words(20_001) }, [{ message: '20001 words, expected 20000 at most' }], { 'a.txt': words(20_000) }], // prettier-ignore
  [
    'missing-id',
    { 'a.jsonl': lines({ id: 'x', text: 'One.' }, { text: 'Two.' }) },
    [{ line: 2, article: 'a#2' }],
    { 'a.txt': 'One.', 'b.json': '{"text": "Two."}', 'c.jsonl': lines({ id: 'x', text: 'Three.' }) },
  ],
  [
    'missing-date',
    { 'a.txt': 'No date here.', 'b.jsonl': lines({ id: 'x', text: 'Two.', published: 'some day' }) },
    [{ message: 'nothing tells when the article was published' }, { message: 'the date of publication cannot be read', excerpt: 'some day' }], // prettier-ignore
    {
      'a.txt': SOUND,
      'ria-2022-01-17.txt': 'Dated by its name.',
      'b.jsonl': lines({ id: 'x', text: 'Two.', ...dated }, { id: 'y', text: 'Three.', url: 'https://example.org/2024/03/12/x' }), // prettier-ignore
    },
  ],
  [
    'duplicate-id',
    { 'a.jsonl': lines({ id: 'x', text: 'One.' }, { id: 'x', text: 'Two.' }) },
    [{ line: 2, article: 'x' }],
    { 'a.jsonl': lines({ id: 'x', text: 'One.' }, { id: 'x', text: 'One.' }) },
  ],
  [
    'exact-duplicate',
    { 'a.jsonl': lines({ id: 'x', text: 'One.' }, { id: 'y', text: 'One.' }, { id: 'x', text: 'One.' }) },
    [
      { line: 2, article: 'y' },
      { line: 3, article: 'x' },
    ],
    { 'a.txt': 'One.', 'b.txt': 'One. ', 'c.txt': '', 'd.txt': '' },
  ],
  [
    'near-duplicate',
    { 'a.txt': words(200), 'b.txt': `${words(200)} and more` },
    [{ article: 'b' }],
    { 'a.txt': words(200), 'b.txt': words(200), 'c.txt': `${words(100)} but ${words(100).toUpperCase()}` },
  ],
  [
    'not-english',
    {
      'a.txt':
        'Der Bürgermeister sagte am Dienstag, dass der Hafen am Freitag geschlossen werde. Viele Händler fürchten nun, dass sie ihre Waren nicht mehr rechtzeitig bekommen. Die Arbeiten sollen noch vor dem Sommer beginnen und höchstens drei Wochen dauern, wenn das Wetter es zulässt und nichts dazwischenkommt.',
    },
    [{ message: 'the text is judged to be in another language: de' }],
    { 'a.txt': SOUND.repeat(3), 'b.txt': 'Der Hafen.' },
  ],
  [
    'boilerplate',
    Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`${n}.txt`, `Story ${n}.\nSubscribe to our free newsletter now!\n`])), // prettier-ignore
    [{ article: '5', line: 2, column: 1, message: 'this paragraph stands in 5 articles at least', excerpt: 'Subscribe to our free newsletter now!' }], // prettier-ignore
    Object.fromEntries([1, 2, 3, 4].map((n) => [`${n}.txt`, `Subscribe to our free newsletter now!\n`.repeat(3)])),
  ],
  [
    'markup',
    { 'a.txt': 'The mayor<br/> said &amp; sang.', 'b.txt': 'See [[Port Ellery]] and {{cite}}.' },
    [{ line: 1, column: 10, excerpt: '<br/>', message: '2 pieces of markup in the text, the first here' }, { message: '2 pieces of markup in the text, the first here' }], // prettier-ignore
    { 'a.txt': 'a < b, R&D; "[sic]", {x}, <3, AT&T, I <know> it, x[i] [1] (2)' },
  ],
  [
    'extraction-loss',
    {
      'a.html': `<html><body><article>${`<p>The harbour of Port Ellery will close for repairs on Friday, the mayor said, and ships, boats and ferries will be sent elsewhere until the pier is mended, as the council decided.</p>`.repeat(6)}</article><div class="sidebar"><p>"Nobody asked us how we would get across the river," one baker of the town said.</p></div></body></html>`,
    },
    [{ message: 'quotation marks of the page are not in its main text' }],
    { 'a.txt': SOUND },
  ],
]

describe('the rule', () => {
  it.each(CASES)('%s finds what is wrong, and nothing in what is near', async (rule, bad, found, sound) => {
    const findings = findingsOf(await checked(bad), rule)
    expect(findings).toHaveLength(found.length)
    expect(findings).toEqual(found.map((one) => expect.objectContaining(one) as unknown))
    expect(findingsOf(await checked(sound), rule)).toEqual([])
  })

  it('that takes thresholds goes by them', async () => {
    const rules = { 'short-article': { thresholds: { words: 3 } }, boilerplate: { severity: 'off' as const } }
    const outcome = await checked({ 'a.txt': 'One two.', 'b.txt': 'One two three.' }, { extract: false, rules })
    expect(findingsOf(outcome, 'short-article')).toMatchObject([{ article: 'a' }])
    expect(outcome.notRun).toContainEqual({
      rule: expect.objectContaining({ id: 'boilerplate' }) as unknown,
      why: 'it is off',
    })
  })
})

describe('rules that need extraction', () => {
  it('tell of statements without a speaker', async () => {
    const outcome = await checked({ 'a.txt': 'The bridge reportedly fell at noon. '.repeat(60) }, {})
    expect(findingsOf(outcome, 'unattributed-statements')).toHaveLength(1)
  })

  it('find what records tell of', async () => {
    const numbers = Array.from({ length: 60 }, (_, i) => `${i + 3}`).join(', ')
    const outcome = await checked(
      {
        'glued.txt': 'The bridge will close in the spring.The mayor said so on Monday.',
        'unpaired.txt': 'The mayor said: "The bridge will close.\n\nNobody else spoke at the meeting.',
        'silent.txt': 'Shown were "The Long Road to the Sea" and more.',
        'single.txt': 'Shown were ‘The Long Road’s End’ and it’s the dogs’ own.',
        'dull.txt': 'The bridge is old and grey and long. '.repeat(40),
        'table.txt': `Results: ${numbers}.`,
      },
      { rules: { 'no-statements': { thresholds: { words: 4 } } } },
    )
    expect(findingsOf(outcome, 'glued-sentence')).toMatchObject([{ article: 'glued', line: 1, column: 37 }])
    expect(findingsOf(outcome, 'unbalanced-quotation')).toMatchObject([{ article: 'unpaired', line: 1, column: 17 }])
    expect(findingsOf(outcome, 'statement-rate')).toMatchObject([{ article: 'dull', message: '0.0 statements per 1,000 words, expected 1 to 90' }]) // prettier-ignore
    expect(findingsOf(outcome, 'no-statements')).toMatchObject([
      { article: 'silent', start: 11, end: 37 },
      { article: 'single', start: 11, end: 32 },
    ])
    const [{ message }] = findingsOf(outcome, 'quantities-without-unit')
    expect(message).toMatch(/^\d+\.\d % of quantities \(\d+ of \d+\) are without a unit or a counted noun, expected 40.0 % at most/) // prettier-ignore
    expect(findingsOf(outcome, 'extraction-failed')).toEqual([])
  })

  it('count shares over all articles', async () => {
    const he = '"The old bridge will be closed for repairs," he said.\n\n'
    const nobody = '"The old bridge will be closed for repairs in May."\n\n'
    const outcome = await checked({ 'a.txt': he.repeat(60), 'b.txt': nobody.repeat(60) }, {})
    expect(findingsOf(outcome, 'unresolved-speakers')).toHaveLength(1)
    expect(findingsOf(await checked({ 'a.txt': SOUND }, {}), 'unresolved-speakers')).toEqual([])
    expect(findingsOf(await checked({ 'a.txt': SOUND }, {}), 'unattributed-statements')).toEqual([])
  })

  it('compare with the gold beside a text', async () => {
    const [name] = ['agency-ferry']
    const text = readFileSync(join('corpus', `${name}.txt`), 'utf8')
    const gold = readFileSync(join('corpus', `${name}.json`), 'utf8')
    const files = { [`${name}.txt`]: text, [`${name}.json`]: gold }
    expect(findingsOf(await checked(files, {}), 'gold-scores')).toEqual([])
    const floor = { rules: { 'gold-scores': { thresholds: { statement: 100, speaker: 100 } } } }
    expect(findingsOf(await checked(files, floor), 'gold-scores')).toMatchObject([
      {
        message: expect.stringMatching(
          /^F1 of statements of 1 article with gold: [\d.]+, expected 100 at least$/,
        ) as unknown,
      },
      { message: expect.stringMatching(/^F1 of statements with the right speaker of 1 article/) as unknown },
    ])
    const other = { ...files, [`${name}.txt`]: `${text} ` }
    expect(findingsOf(await checked(other, {}), 'gold-scores')).toMatchObject([
      { message: 'the gold beside the text cannot be used (bad-record)' },
    ])
  })

  it('do not run where nothing is extracted', async () => {
    const { notRun } = await checked({ 'a.txt': SOUND })
    const ids = notRun.map(({ rule }) => rule.id)
    const needing = RULES.filter(({ id, needsRecord }) => needsRecord || id === 'extraction-failed')
    expect(ids).toEqual([...needing.map(({ id }) => id), 'drift'])
  })
})

describe('a finding', () => {
  it('shows no more than the beginning of a long id or excerpt', async () => {
    const id = 'x'.repeat(60_000)
    const articles = lines({ id, text: 'One.', published: '?'.repeat(500) }, { id: 'y', text: 'One.' })
    const { rules } = await checked({ 'a.jsonl': articles })
    const shown = rules.flatMap(({ findings }) => findings)
    expect(shown).toContainEqual(
      expect.objectContaining({ article: `${'x'.repeat(200)}…`, excerpt: `${'?'.repeat(200)}…` }),
    )
    for (const { message, article = '', excerpt = '' } of shown)
      expect((message + article + excerpt).length).toBeLessThan(1000)
  })
})

describe('every rule', () => {
  it('is documented on one page, as --explain prints it', () => {
    const page = readFileSync('docs/rules.md', 'utf8')
    for (const rule of RULES) expect(page).toContain(`${explanationOf(rule)}\n`)
    expect(page.match(/^## .*$/gm)).toEqual(RULES.map(({ id }) => `## ${id}`))
  })

  it('has an id of its own, in lower case with hyphens, and thresholds within their limits', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    for (const { id, thresholds } of RULES) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      for (const { value, least, most } of Object.values(thresholds)) expect(value >= least && value <= most).toBe(true)
    }
  })
})
