import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { DEFAULT_MIN_CONFIDENCE } from '../../src/extract/index.js'
import { TABLES } from '../../src/output/csv-columns.js'

const commands = readFileSync('docs/cli.md', 'utf8')
const documented = (name: string) =>
  commands.split(/^## /m).find((section) => section.startsWith(`hearsay ${name}\n`)) ?? ''

const listed = [...readFileSync('src/cli/main.ts', 'utf8').matchAll(/import\('\.\/(\w+)\.js'\)/g)].map(
  ([, name]) => name,
)

describe('docs/cli.md', () => {
  it.each(listed)('has a section on hearsay %s with all its options', async (name) => {
    const { command } = (await import(`../../src/cli/${name}.ts`)) as { command: () => Command }
    const section = documented(name)
    expect(section).not.toBe('')
    for (const { long } of command().options) expect(section).toContain(long)
    // A default that no user could give.
    expect(command().helpInformation()).not.toContain('default: {}')
  })

  it('names the confidence below which statements are left out by default', () => {
    expect(documented('extract')).toContain(`${DEFAULT_MIN_CONFIDENCE} by default`)
  })

  it.each(Object.entries(TABLES))('explains every column of csv with rows of %s, in order', (rows, table) => {
    const section = new RegExp(`#### Rows of ${rows}\\n([\\s\\S]*?)\\n##`).exec(commands)![1]
    const columns = section
      .split('\n')
      .flatMap((row) => [...(/^\| (`[^|]*`) +\|/.exec(row)?.[1] ?? '').matchAll(/`(\w+)`/g)])
    expect(columns.map(([, name]) => name)).toEqual(Object.keys(table.columns))
  })
})

it('docs/dependencies.md names every dependency', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }
  const page = readFileSync('docs/dependencies.md', 'utf8')
  for (const name of Object.keys(dependencies)) expect(page.includes(`\`${name}\``), name).toBe(true)
})

it('no page links to a file that is not there', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ]
  for (const page of pages) {
    for (const [, target] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      expect(existsSync(join(dirname(page), target)), `${page} links to ${target}`).toBe(true)
    }
  }
})
