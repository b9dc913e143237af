import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readRecords } from '../../src/cli/records.js'

async function recordsOf(name: string, content: string, most?: number): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-records-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const path = join(folder, name)
  writeFileSync(path, content)
  const values: unknown[] = []
  for await (const { value, place } of readRecords(path, most)) values.push([value, place.line])
  return values
}

describe('stored records', () => {
  it('are one a line, or those of a file of JSON', async () => {
    expect(await recordsOf('a.jsonl', '{"n":1}\n\n{"n":2}')).toEqual([
      [{ n: 1 }, 1],
      [{ n: 2 }, 3],
    ])
    expect(await recordsOf('a.json', '[{"n":1},\n{"n":2}]')).toEqual([
      [{ n: 1 }, undefined],
      [{ n: 2 }, undefined],
    ])
  })

  it('that are too long to be held are told of', async () => {
    const lines = '{"n":1}\n{"n":"xxxxxxxxxx"}\n'
    await expect(recordsOf('a.jsonl', lines, 12)).rejects.toMatchObject({ code: 'too-large', place: { line: 2 } })
    await expect(recordsOf('a.json', lines, 18)).rejects.toMatchObject({ code: 'too-large' })
    expect(await recordsOf('a.jsonl', lines, 18)).toHaveLength(2)
  })
})
