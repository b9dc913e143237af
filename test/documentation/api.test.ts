import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder: string
let output: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-api-'))
  const { stdout, stderr } = spawnSync(process.execPath, ['node_modules/typedoc/bin/typedoc', '--out', folder], {
    encoding: 'utf8',
  })
  output = stdout + stderr
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function pagesIn(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  return new Map(names.sort().map((name) => [name, readFileSync(join(root, name), 'utf8')]))
}

describe('the API reference', () => {
  it('has a comment for everything that is public, and no link that leads nowhere', () => {
    expect(output).not.toMatch(/warning|error/)
    expect(output).toContain('markdown generated')
  })

  it('is what npm run docs makes of the comments', () => {
    expect([...pagesIn('docs/api').keys()]).toEqual([...pagesIn(folder).keys()])
    for (const [name, page] of pagesIn(folder)) expect(pagesIn('docs/api').get(name) === page, `docs/api/${name} is stale: npm run docs`).toBe(true) // prettier-ignore
  })

  it('has a page for every entry point of the package', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object }
    const entries = Object.keys(exports).filter((name) => name !== './package.json')
    expect(entries.map((name) => `${name.replace('.', 'hearsay')}.md`).sort()).toEqual(
      [...pagesIn('docs/api').keys()].filter((name) => name !== 'README.md').sort(),
    )
  })
})
