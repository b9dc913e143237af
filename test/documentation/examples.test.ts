import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isShown, pages, withoutBlankEnd } from './examples.js'

const ARTICLES = ['agency-ferry', 'court-maps', 'science-limpets']
const commands = [...readFileSync('src/cli/main.ts', 'utf8').matchAll(/import\('\.\/(\w+)\.js'\)/g)].map(([, name]) => name) // prettier-ignore

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hearsay-pages-'))
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

/** A folder as the pages take theirs to be: articles of the corpus under the names that the pages give them. */
function folderFor(page: string): string {
  const folder = join(root, page.replace(/\W+/g, '-'))
  mkdirSync(join(folder, 'news'), { recursive: true })
  mkdirSync(join(folder, 'dump/2022'), { recursive: true })
  const lines = ARTICLES.map((id) => {
    const text = readFileSync(`corpus/${id}.txt`, 'utf8')
    writeFileSync(join(folder, `news/${id}.txt`), text)
    return `${JSON.stringify({ id, text })}\n`
  })
  cpSync('corpus/agency-ferry.txt', join(folder, 'article.txt'))
  cpSync('corpus', join(folder, 'corpus'), { recursive: true })
  writeFileSync(join(folder, 'news.jsonl.gz'), gzipSync(lines.join('')))
  writeFileSync(join(folder, 'dump/2022/part-1.jsonl.gz'), gzipSync(lines.join('')))
  return folder
}

/** What a command prints in `folder`, where `hearsay` and `npx hearsay` are the built command. */
function printedBy(command: string, folder: string): string[] {
  const bin = join(root, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'hearsay'), `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli/main.js')}" "$@"\n`)
  writeFileSync(join(bin, 'npx'), '#!/bin/sh\nexec "$@"\n')
  for (const name of ['hearsay', 'npx']) chmodSync(join(bin, name), 0o755)
  const { stdout } = spawnSync('bash', ['-c', `{ ${command}\n} 2>&1`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, COLUMNS: '100' },
  })
  return withoutBlankEnd(stdout.split('\n'))
}

it.each(pages().filter(({ examples }) => examples.length > 0))(
  '$file shows what its commands print',
  ({ file, examples }) => {
    const folder = folderFor(file)
    for (const { line, command, output } of examples) {
      const printed = printedBy(command, folder)
      if (!isShown(printed, output)) expect(printed.join('\n'), `${file}:${line}: ${command}`).toBe(output.join('\n'))
    }
  },
)

it.each(pages().filter(({ outlines }) => outlines.length > 0))(
  '$file shows other commands as outlines, of commands that there are',
  ({ file, outlines }) => {
    for (const { line, command } of outlines) {
      const [name] = command.replace(/^npx /, '').split(' ').slice(1)
      expect(commands, `${file}:${line}`).toContain(name)
      expect(command, `${file}:${line} is run by no test: begin it with "$ " and show what it prints`).toMatch(/[A-Z]{3}|…/) // prettier-ignore
    }
  },
)

it('every command is in the pages', () => {
  const all = pages().flatMap(({ examples, outlines }) => [...examples, ...outlines].map(({ command }) => command))
  for (const name of commands)
    expect(
      all.some((command) => command.includes(`hearsay ${name}`)),
      name,
    ).toBe(true)
})

describe('what is shown', () => {
  it.each([
    [['a', 'b'], ['a', 'b'], true],
    [['a', 'b'], ['a'], false],
    [['a', 'b', 'c'], ['a', '…', 'c'], true],
    [['a', 'c'], ['a', '…', 'c'], true],
    [['a', 'b'], ['a', '…'], true],
    [['took 12 ms of 30'], ['took … ms of 30'], true],
    [['took 12 ms of 31'], ['took … ms of 30'], false],
    [[], [], true],
    [[], ['a'], false],
  ])('of %j is %j: %j', (printed, shown, expected) => {
    expect(isShown(printed, shown)).toBe(expected)
  })
})
