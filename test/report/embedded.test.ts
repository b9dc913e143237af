import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embedded, escapeHtml, harmless } from '../../src/report/embedded.js'

const anyText = fc.string({ unit: 'binary' })

describe('harmless text', () => {
  it('has a mark for each character that could show something else', () => {
    expect(harmless('a\u0000b\u001b[31mc\u009bd\u202ee\u2066f\ud800g')).toBe(
      'a\ufffdb\ufffd[31mc\ufffdd\ufffde\ufffdf\ufffdg',
    )
  })

  it('keeps white space, emoji, joiners and every script', () => {
    const text = 'tab\t line\n return\r 👩‍🚒 🇪🇪 Müller Ωμέγα שלום \u200f\u00ad'
    expect(harmless(text)).toBe(text)
  })

  it('is as long as before, so that offsets count the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units)
        expect(harmless(text).length).toBe(text.length)
        expect(() => encodeURIComponent(harmless(text))).not.toThrow()
      }),
    )
  })
})

describe('a value within a page', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        expect(JSON.parse(embedded({ texts }))).toEqual({ texts: texts.map(harmless) })
      }),
    )
  })

  it('never holds what ends a script or begins a comment', () => {
    expect(embedded(['</script>', '<!--', '<script'])).not.toContain('<')
  })
})

describe('text between tags', () => {
  it('is text', () => {
    expect(escapeHtml('<b title="x">&amp;</b>')).toBe('&#60;b title=&#34;x&#34;&#62;&#38;amp;&#60;/b&#62;')
  })
})
