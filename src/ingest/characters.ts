import { diagnostic, type Diagnostic } from '../record/diagnostic.js'

/** What is odd about a text's characters, one diagnostic for each kind, at its first place. They all stay in the text. */
export function characterDiagnostics(text: string): Diagnostic[] {
  const control = new Sighting()
  const surrogate = new Sighting()
  const replacement = new Sighting()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x20 && code < 0x7f) continue
    if (code < 0x20) {
      if (code < 0x09 || code > 0x0d || code === 0x0b) control.see(at)
    } else if (code < 0xa0) control.see(at)
    else if (code >= 0xd800 && code < 0xe000) {
      const next = code < 0xdc00 ? text.charCodeAt(at + 1) : 0
      if (next >= 0xdc00 && next < 0xe000) at++
      else surrogate.see(at)
    } else if (code === 0xfffd) replacement.see(at)
  }
  const found: Diagnostic[] = []
  if (text.trim() === '') found.push(diagnostic('empty-text', 'The text is empty.'))
  if (control.count > 0) {
    found.push(control.tell('control-character', `${counted(control, 'control character')}, kept in the text`))
  }
  if (surrogate.count > 0) {
    found.push(surrogate.tell('lone-surrogate', `${counted(surrogate, 'lone surrogate')}, kept in the text`))
  }
  if (replacement.count > 0) {
    const message = `${counted(replacement, 'replacement character')}: characters were lost in decoding, here or before`
    found.push(replacement.tell('replacement-character', message))
  }
  return found
}

/** How often a kind of character is in the text, and where first. */
class Sighting {
  count = 0
  first = 0

  see(at: number): void {
    if (this.count++ === 0) this.first = at
  }

  tell(code: Parameters<typeof diagnostic>[0], message: string): Diagnostic {
    return diagnostic(code, message, this.first, this.first + 1)
  }
}

function counted({ count }: Sighting, noun: string): string {
  return count === 1 ? `A ${noun}` : `${count} ${noun}s`
}
