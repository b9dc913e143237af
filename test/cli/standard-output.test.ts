import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARTICLE, sampleRecord } from '../record/sample.js'
import { shell } from './command.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-output-'))
  writeFileSync(join(folder, 'harbour.txt'), ARTICLE.text)
  writeFileSync(join(folder, 'records.jsonl'), `${JSON.stringify(sampleRecord())}\n`)
  writeFileSync(join(folder, 'broken.jsonl'), '{}\n')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A line of shell for each way in which commands write to the standard output. */
const COMMANDS = [
  'hearsay schema',
  'hearsay extract harbour.txt',
  'hearsay explain harbour.txt --at 5',
  'hearsay explain harbour.txt --at 5 --format json',
  'hearsay verify broken.jsonl',
  'hearsay report records.jsonl',
  'hearsay diff records.jsonl records.jsonl',
  'hearsay check harbour.txt --no-extract',
  `echo '{"text":"The mayor said no."}' | hearsay pipe`,
]

describe('a standard output', () => {
  it.skipIf(!existsSync('/dev/full')).each(COMMANDS)('that is full is no success: %s', (command) => {
    const { code, err } = shell(folder, `${command} > /dev/full`)
    expect(code).toBe(3)
    expect(err).toMatch(
      /^hearsay: standard output: expected a place that can be written, got ENOSPC.* \[output-not-writable\]$/m,
    )
    expect(err.match(/output-not-writable/g)).toHaveLength(1)
  })
})
