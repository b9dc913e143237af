import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Explanation } from '../../src/extract/explanation.js'
import { hearsay } from './command.js'

const FERRY = 'The ferry was late. "We sail at noon," the captain told reporters.'
const BRIDGE = 'The mayor said on Monday that the old bridge would close for repairs.'
const HOSTILE = '"We \u001b[31m\u{e0041}\u009bsail\u202e at noon,\u0000" the captain \u001b]0;x\u0007told reporters.'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-explain-'))
  writeFileSync(join(folder, 'ferry.txt'), FERRY)
  writeFileSync(join(folder, 'hostile.txt'), HOSTILE)
  writeFileSync(join(folder, 'one.json'), JSON.stringify({ id: 'ferry', text: FERRY }))
  const lines = [
    { id: 'ferry', text: FERRY },
    { id: 'bridge', text: BRIDGE },
  ].map((each) => JSON.stringify(each))
  writeFileSync(join(folder, 'news.jsonl'), [lines[0], '{"id": "torn", "te', lines[1]].join('\n'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const at = (text: string, word: string) => String(text.indexOf(word))

describe('hearsay explain', () => {
  it('shows the decision, the place, the cue candidates, the scores and the draft', () => {
    const { code, out, err } = hearsay(folder, ['explain', 'ferry.txt', '--at', at(FERRY, 'captain')])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('“captain”\n  In a statement: source of s1.\n')
    expect(out).toMatch(/\n {2}sentence +20\.\.66 +“"We sail at noon," the captain told reporters\.”\n/)
    expect(out).toMatch(/\nCue candidates .*\n +51\.\.55 +“told” +0\.\d{4} +became a statement\n/)
    expect(out).toMatch(/\n {2}source 0\.\d{4}, cue 0\.\d{4}, content 0\.\d{4}\n/)
    expect(out).toMatch(/\n {2}Best sequence: E-source[<>], \d+\.\d{4} ahead of /)
    expect(out).toMatch(/\n {2}So: became s1\.\n\nMention “the captain”\n/)
  })

  it('shows numbers that add up as they stand', () => {
    const { out } = hearsay(folder, ['explain', 'ferry.txt', '--at', at(FERRY, 'told')])
    const lines = out.split('\n')
    const from = lines.findIndex((line) => line.includes('First pass'))
    const rows = lines.slice(from + 3)
    const cellsOf = (line: string) =>
      line
        .split(/ {2,}/)
        .filter((cell) => cell !== '')
        .slice(1)
        .map(parseFloat)
    const row = (name: string) => cellsOf(rows.find((line) => line.trimStart().startsWith(name))!)
    const sumAt = rows.findIndex((line) => line.includes('sum of features'))
    const features = rows.slice(0, sumAt).map(cellsOf)
    row('sum of features').forEach((sum, label) => {
      expect(features.reduce((total, cells) => total + cells[label], 0)).toBe(sum)
      const parts = ['emission', 'all tokens before', 'transition to', 'transition from', 'all tokens after']
      const total = parts.reduce((all, name) => all + row(name)[label], 0)
      expect(Math.abs(total - row('best sequence')[label])).toBeLessThan(0.0005)
    })
    const last = (line: string) => Number(line.trim().split(/ +/).at(-1))
    const sums = ['by itself', 'beside the other drafts'].map((name) => {
      const from = lines.findIndex((line) => line.includes(`bias, ${name}`))
      const to = lines.findIndex((line) => line.includes(`log-odds, ${name}`))
      const sum = lines.slice(from, to).reduce((total, line) => total + last(line), 0)
      expect(Math.abs(sum - last(lines[to]))).toBeLessThan(0.002)
      return last(lines[to])
    })
    const confidence = last(lines.find((line) => line.trim().startsWith('confidence'))!)
    expect(1 / (1 + Math.exp(-sums[1]))).toBeCloseTo(confidence, 3)
  })

  it('gives JSON when asked', () => {
    const { code, out } = hearsay(folder, ['explain', 'ferry.txt', '--at', '0', '--format', 'json'])
    const explanation = JSON.parse(out) as Explanation
    expect([code, explanation.id, explanation.offset, explanation.decision.rule]).toEqual([0, 'ferry', 0, 'outside'])
  })

  it('explains the article with the id, and the only one without', () => {
    const bridge = hearsay(folder, ['explain', 'news.jsonl', '--id', 'bridge', '--at', at(BRIDGE, 'said')])
    expect([bridge.code, bridge.err]).toEqual([0, ''])
    expect(bridge.out).toContain('“said”\n  In a statement: cue of s1.')
    expect(hearsay(folder, ['explain', 'one.json', '--at', '5']).out).toContain('ferry at 5: “ferry”')
    expect(hearsay(folder, ['explain', '-', '--at', '5'], FERRY).out).toContain('“ferry”')
  })

  it('measures by the options of extract', () => {
    const args = ['explain', 'ferry.txt', '--at', at(FERRY, 'told')]
    expect(hearsay(folder, [...args, '--min-confidence', '1']).out).toContain('So: not sure enough.')
    expect(hearsay(folder, [...args, '--language', 'de']).out).toContain('the text is not English')
  })

  it('lets nothing of the article act on the terminal', () => {
    const { code, out } = hearsay(folder, ['explain', 'hostile.txt', '--at', at(HOSTILE, 'told')])
    expect(code).toBe(0)
    expect(out).toContain('\\u001b')
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
    const json = hearsay(folder, ['explain', 'hostile.txt', '--at', at(HOSTILE, 'told'), '--format', 'json']).out
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
    expect((JSON.parse(json) as Explanation).place.paragraph.text).toBe(HOSTILE)
  })

  it.each([
    [
      'an offset behind the text',
      ['ferry.txt', '--at', '66'],
      2,
      'ferry: expected an offset from 0 to 65, got 66 [usage]',
    ],
    [
      'an offset that is none',
      ['ferry.txt', '--at', '-3'],
      2,
      '--at: expected a whole number from 0, got "-3" [usage]',
    ],
    ['no offset', ['ferry.txt'], 2, "required option '--at <offset>' not specified"],
    [
      'several articles',
      ['news.jsonl', '--at', '0'],
      2,
      'news.jsonl: expected --id, as there are several articles, such as "ferry" and "bridge" [usage]',
    ],
    [
      'an unknown id',
      ['news.jsonl', '--id', 'canal', '--at', '0'],
      2,
      'news.jsonl: expected an article with the id "canal", found 2 others [usage]',
    ],
    ['an article that cannot be read', ['news.jsonl', '--id', 'torn', '--at', '0'], 2, 'found 2 others'],
    ['a file that is not there', ['gone.txt', '--at', '0'], 3, 'gone.txt'],
    ['an unknown format', ['ferry.txt', '--at', '0', '--format', 'xml'], 2, 'Allowed choices are text, json'],
  ])('fails in one line for %s', (_name, args, code, message) => {
    const ended = hearsay(folder, ['explain', ...args])
    expect([ended.code, ended.out]).toEqual([code, ''])
    expect(ended.err).toContain(message)
    expect(ended.err.trimEnd()).not.toContain('\n')
  })
})
