import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isShown, withoutBlankEnd } from './examples.js'

const PAGE = 'docs/library.md'

/** A program that the page shows, and what the page says that it prints. */
interface Program {
  readonly line: number
  readonly code: string
  readonly output: string
}

/** Blocks marked `js`, each with the block marked `text` behind it, where there is one. */
function programsOf(page: string): Program[] {
  const blocks = [...page.matchAll(/^```js\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm)]
  return blocks.map(({ index, 1: code, 2: output = '' }) => ({
    line: page.slice(0, index).split('\n').length,
    code,
    output,
  }))
}

const programs = programsOf(readFileSync(PAGE, 'utf8'))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-library-'))
  mkdirSync(join(folder, 'news'))
  for (const id of ['agency-ferry', 'court-maps', 'science-limpets'])
    cpSync(`corpus/${id}.txt`, join(folder, `news/${id}.txt`))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(resolve('.'), join(folder, 'node_modules/hearsay'), 'dir')
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe(PAGE, () => {
  it.each(programs)('shows at line $line a program that prints what it says', (program) => {
    const file = join(folder, `line-${program.line}.js`)
    writeFileSync(file, program.code)
    const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    const [printed, shown] = [stdout, program.output].map((text) => withoutBlankEnd(text.split('\n')))
    if (!isShown(printed, shown)) expect(printed.join('\n')).toBe(shown.join('\n'))
  })

  it('imports from every entry point of the package in them', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object }
    const entries = Object.keys(exports).filter((name) => name !== './package.json')
    const code = programs.map((program) => program.code).join('\n')
    for (const name of entries) expect(code).toContain(`from '${name.replace('.', 'hearsay')}'`)
  })

  it('makes the page that it speaks of', () => {
    expect(readdirSync(folder)).toContain('report.html')
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('<title>This week</title>')
  })
})
