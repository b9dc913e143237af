import { expect, it } from 'vitest'
import { ProgressLine } from '../../src/cli/progress.js'
import { Progress } from '../../src/run/progress.js'

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What a terminal of so many columns is sent, half-way. */
async function shownAt(columns: number): Promise<string> {
  const sent: string[] = []
  const stream = { isTTY: true, columns, write: (text: string) => sent.push(text) } as unknown as NodeJS.WriteStream
  const progress = new Progress({ extracted: 7000, quarantined: 0, statements: 123_456, speakers: 0, words: 0 })
  Object.assign(progress, { read: 7000, extracted: 7000, bytesRead: 500, bytesInAll: 1000 })
  const line = new ProgressLine(stream)
  await later(250)
  line.show(progress)
  line.clear()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe('\r\u001b[K')
  expect(sent[0].startsWith('\r\u001b[K')).toBe(true)
  return sent[0].slice(4)
}

it('progress fits into one line of any terminal, with a bar where there is room', async () => {
  for (const columns of [1, 10, 40, 80, 200]) expect((await shownAt(columns)).length).toBeLessThan(columns)
  expect(await shownAt(40)).toMatch(/^50% 7,000 articles, /)
  expect(await shownAt(80)).toMatch(/^\[#{5}\.{5}\] 50% 7,000 articles, .* left$/)
  expect(await shownAt(200)).toMatch(/^\[#{10}\.{10}\] 50% 7,000 articles, .* left$/)
  // Some terminals do not tell their width.
  expect((await shownAt(0)).length).toBeLessThan(80)
})
