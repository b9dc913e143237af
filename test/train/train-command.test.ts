import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hearsay } from '../cli/command.js'
import { describeWithShared, sharedPath } from '../shared.js'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-train-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
const CORPUS = join(process.cwd(), 'corpus', 'agency-ferry.json')

describe('hearsay train', () => {
  mkdirSync(join(folder, 'adir'))
  it.each([
    [['entities', '--add', CORPUS], 2, '--add: expected the task attribution or speakers, got entities'],
    [['speakers', '--articles', 'x.jsonl'], 2, '--articles: expected --add with the gold whose texts they are'],
    [['speakers', '-o', join('nowhere', 'x.bin')], 3, 'x.bin: expected a place that can be written'],
    [['speakers', '-o', 'adir'], 3, 'adir: expected a place for a file, got a folder'],
  ])('%j ends with %i before anything is read', (args, expected, message) => {
    const { code, err } = hearsay(folder, ['train', ...args, '--data', 'no-data'])
    expect([code, err]).toEqual([expected, expect.stringContaining(message)])
    expect(readdirSync(folder)).toEqual(['adir'])
  })
})

describeWithShared('hearsay train with its data', () => {
  it('writes weights that evaluate can measure', () => {
    const args = ['train', 'speakers', '--data', sharedPath('data'), '--documents', '4', '--add', CORPUS]
    const trained = hearsay(folder, [...args, '-o', 'speakers.bin'])
    const { size } = statSync(join(folder, 'speakers.bin'))
    expect(trained).toMatchObject({ code: 0, err: expect.stringContaining(`wrote ${size} bytes`) as string })
    const measured = hearsay(folder, ['evaluate', 'statements', CORPUS, '--speakers-model', 'speakers.bin'])
    expect([measured.code, JSON.parse(measured.out)]).toMatchObject([0, { articles: 1 }])
    for (const option of ['--attribution-model', '--entities-model', '--speakers-model']) {
      const { code, err } = hearsay(folder, ['evaluate', 'statements', CORPUS, option, 'absent.bin'])
      expect([code, err]).toEqual([3, expect.stringContaining('absent.bin')])
      expect(hearsay(folder, ['evaluate', 'statements', CORPUS, option, 'x', '--records', 'y']).code).toBe(2)
    }
  })
})
