import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordEnd, wordStart } from '../../src/ingest/words.js'

it('words are the runs of letters and digits, whatever the text holds', () => {
  const part = fc.oneof(
    fc.constantFrom('a', 'Z9', ' ', '“', '’s', 'é', 'e\u0301', '\u{1d400}', '\u{1f600}', '\ud835', '\udc00', '٣', '½', '\u200d', '漢字'),
    fc.string({ unit: 'binary' }),
  ) // prettier-ignore
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('')
      const found: string[] = []
      for (let start = wordStart(text, 0); start < text.length; start = wordStart(text, wordEnd(text, start)))
        found.push(text.slice(start, wordEnd(text, start)))
      expect(found).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? [])
    }),
    { numRuns: 500 },
  )
})
