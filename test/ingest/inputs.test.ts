import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, readAll, stdinWith } from './folder.js'

const line = (value: object): string => `${JSON.stringify(value)}\n`

describe('ids and collections', () => {
  test('are the path below the folder without extension, and the folder', async () => {
    const folder = folderWith({ 'b.txt': 'B', 'a/x.y.txt': 'A', 'a/list.jsonl': `\n${line({ text: 'L' })}` })
    const { articles } = await readAll([folder])
    expect(articles.map(({ id, collection, text }) => [id, collection, text])).toEqual([
      ['a/list#2', 'news', 'L'],
      ['a/x.y', 'news', 'A'],
      ['b', 'news', 'B'],
    ])
  })

  test('of a file are the same as in its folder', async () => {
    const folder = folderWith({ 'b.txt': 'B' })
    expect((await readAll([join(folder, 'b.txt')])).articles).toEqual((await readAll([folder])).articles)
  })

  test('of single files count from the root that is given, where they lie below it', async () => {
    const folder = folderWith({ 'a/x.txt': 'X', 'b/x.txt': 'Y' })
    const files = ['a/x.txt', 'b/x.txt'].map((name) => join(folder, name))
    const ids = async (root: string) =>
      (await readAll(files, { root })).articles.map(({ id, collection }) => `${collection}:${id}`)
    expect(await ids(folder)).toEqual(['news:a/x', 'news:b/x'])
    expect(await ids(join(folder, 'a'))).toEqual(['a:x', 'b:x'])
  })

  test('of a glob count from the part before its first wildcard', async () => {
    const folder = folderWith({ 'a/x.txt': 'X', 'b/y.txt': 'Y', 'b/z.md': 'Z' })
    const { articles } = await readAll([`${folder}/**/*.{txt,md}`])
    expect(articles.map(({ id, collection }) => `${collection}:${id}`)).toEqual(['news:a/x', 'news:b/y', 'news:b/z'])
  })

  test('come from the id field and the option where there are any', async () => {
    const folder = folderWith({ 'a.jsonl': line({ id: 'one', text: 'x' }) + line({ text: 'y' }) })
    const { articles } = await readAll([folder], { collection: 'mine' })
    expect(articles.map(({ id, collection }) => `${collection}:${id}`)).toEqual(['mine:one', 'mine:a#2'])
  })

  test('that come again with the same text are left out, with another are failures', async () => {
    const folder = folderWith({
      'a.jsonl':
        line({ id: 1, text: 'x' }) +
        line({ id: 1, text: 'x' }) +
        line({ id: 1, text: 'y' }) +
        line({ id: 2, text: 'x' }),
    })
    const { articles, failures, lines } = await readAll([folder])
    expect(articles.map(({ id, text }) => id + text)).toEqual(['1x', '2x'])
    expect(lines).toEqual([
      'news/a.jsonl:3 1: expected an id of its own in the collection "news", an article with another text has it [duplicate-id]',
    ])
    expect(failures[0]?.collection).toBe('news')
  })
})

describe('inputs', () => {
  test('are read in order, each file once', async () => {
    const folder = folderWith({ 'b.txt': 'B', 'a.txt': 'A' })
    const { articles } = await readAll([join(folder, 'b.txt'), '-', folder], { stdin: stdinWith('In.') })
    expect(articles.map(({ text }) => text)).toEqual(['B', 'In.', 'A'])
  })

  test('named like a glob but there are files', async () => {
    const folder = folderWith({ 'a[1].txt': 'A' })
    expect((await readAll([join(folder, 'a[1].txt')])).articles).toMatchObject([{ id: 'a[1]', text: 'A' }])
  })

  test('go on where the text that a file may be the gold of cannot be looked at', async () => {
    const long = 'a'.repeat(250)
    const folder = folderWith({ [`${long}.json`]: line({ text: 'L' }), 'b.json': line({ text: 'B' }), 'c.txt': 'C' })
    symlinkSync('b.txt', join(folder, 'b.txt'))
    const { articles, lines } = await readAll([folder])
    expect(articles.map(({ id }) => id)).toEqual([long, 'c'])
    expect(lines).toEqual(['news/b.txt: expected to read it, the system refused: ELOOP [input-unreadable]'])
  })

  test('leave out hidden files and other kinds, and gold beside its text', async () => {
    const gold = JSON.stringify({ text: 'gold' })
    const folder = folderWith({
      '.git/x.txt': 'x',
      '.b.txt': 'x',
      'c.png': 'x',
      'd.txt': 'D',
      'd.json': gold,
      'e.json': gold,
    })
    expect((await readAll([folder])).articles.map(({ id }) => id)).toEqual(['d', 'e'])
    expect((await readAll([`${folder}/*`])).articles.map(({ id }) => id)).toEqual(['c', 'd', 'e'])
    expect((await readAll([join(folder, 'd.json'), join(folder, 'd.txt')])).lines).toEqual([])
    expect((await readAll([join(folder, 'd.json')])).lines).toEqual([
      'news/d.json: expected an article, got the gold of news/d.txt: name that [usage]',
    ])
  })

  test('with links do not go round in circles nor out of their folder', async () => {
    const folder = folderWith({ 'a/x.txt': 'X', '../secret/s.txt': 'S' })
    symlinkSync(folder, join(folder, 'a', 'loop'))
    symlinkSync(join(folder, '..', 'secret'), join(folder, 'out'))
    symlinkSync(join(folder, '..', 'secret', 's.txt'), join(folder, 's.txt'))
    expect((await readAll([folder])).articles.map(({ id }) => id)).toEqual(['a/x'])
  })

  test('with a link are followed where the user names it', async () => {
    const folder = folderWith({ '../secret/s.txt': 'S' })
    symlinkSync(join(folder, '..', 'secret'), join(folder, 'out'))
    symlinkSync(join(folder, '..', 'secret', 's.txt'), join(folder, 's.txt'))
    expect((await readAll([`${folder}/**/*.txt`])).articles.map(({ id }) => id)).toEqual([])
    expect((await readAll([join(folder, 's.txt'), join(folder, 'out')])).articles.map(({ text }) => text)).toEqual([
      'S',
      'S',
    ])
  })

  test('are listed in a file, one a line', async () => {
    const folder = folderWith({ 'a.txt': 'A', 'b/c.txt': 'C', 'b/d.jsonl': line({ text: 'D' }), '@f.txt': 'F' })
    const list = [
      '# what to read',
      '',
      `${folder}/b/*.jsonl\r`,
      `  ${folder}/a.txt  `,
      `${folder}/gone.txt`,
      `@${folder}/list`,
    ]
    writeFileSync(join(folder, 'list'), list.join('\n'))
    const { articles, lines } = await readAll([
      `@${folder}/list`,
      `${folder}/b`,
      `@${folder}/gone`,
      join(folder, '@f.txt'),
    ])
    expect(articles.map(({ text }) => text)).toEqual(['D', 'A', 'C', 'F'])
    expect(lines).toEqual([
      'news/gone.txt: expected a file, a folder or a glob, found nothing [input-not-found]',
      'news/list:6: expected a file, a folder or a glob, got another list; name it on the command line [usage]',
      'news/gone: expected a file, a folder or a glob, found nothing [input-not-found]',
    ])
  })

  test('that are not there or hold nothing are told of, and the rest goes on', async () => {
    const folder = folderWith({ 'a.txt': 'A', 'empty/readme.md': 'x', 'list/none.jsonl': '' })
    const { articles, lines } = await readAll([
      join(folder, 'gone.txt'),
      join(folder, 'empty'),
      join(folder, '*.csv'),
      join(folder, 'gone', '*.txt'),
      join(folder, 'list'),
      join(folder, 'a.txt'),
      join(folder, 'a.txt', 'b.txt'), // prettier-ignore
    ])
    expect(articles.map(({ id }) => id)).toEqual(['a'])
    expect(lines).toEqual([
      'news/gone.txt: expected a file, a folder or a glob, found nothing [input-not-found]',
      'news/empty: expected files that end in .txt, .json, .jsonl, .ndjson, .csv, .tsv, .parquet, .warc, .html, .htm, .xhtml, also with .gz or .zst; found 1 of other kinds [input-not-found]',
      'news/*.csv: expected files that match this glob, found none [input-not-found]',
      'news/gone/*.txt: expected files that match this glob, found none [input-not-found]',
      'news/a.txt/b.txt: expected a file, a folder or a glob, found nothing [input-not-found]',
    ])
  })

  test('may be left early', async () => {
    const folder = folderWith({ 'a.jsonl': line({ text: 'x' }).repeat(50_000), 'b.txt': 'B' })
    const { readArticles } = await import('../../src/ingest/index.js')
    for await (const article of readArticles([folder])) {
      expect(article).toMatchObject({ text: 'x' })
      break
    }
  })
})

describe('the standard input', () => {
  test.each([
    ['nothing', '', []],
    ['text', 'It rained.\n', ['stdin']],
    ['text in brackets', '[Update] It rained.', ['stdin']],
    ['text in braces', '{sic} it rained', ['stdin']],
    ['JSON lines', line({ text: 'x' }) + line({ text: 'y' }), ['stdin#1', 'stdin#2']],
    ['a JSON object over several lines', JSON.stringify({ text: 'x' }, null, 2), ['stdin']],
    ['a JSON array', JSON.stringify([{ text: 'x' }]), ['stdin#1']],
  ])('is recognised as %s', async (_, content, ids) => {
    const { articles, lines } = await readAll([], { stdin: stdinWith(content) })
    expect(lines).toEqual([])
    expect(articles.map(({ id }) => id)).toEqual(ids)
  })

  test('of JSON lines goes on after a broken first one', async () => {
    const { articles, lines } = await readAll([], { stdin: stdinWith(`{"text": oops}\n${line({ text: 'y' })}`) })
    expect(lines).toEqual(['stdin:1: expected JSON, got "oops}" at column 10 [bad-json]'])
    expect(articles.map(({ id }) => id)).toEqual(['stdin#2'])
  })
})
