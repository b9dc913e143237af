/**
 * Control characters, escapes, line separators, overrides of the reading direction, other invisible format characters and lone
 * surrogates. Soft hyphens and the joiners of emoji and of many scripts stay: they are part of words.
 */
const UNPRINTABLE = /(?![\u00ad\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** `text` safe to show on one line: runs of white space as one space, every unprintable character as `\u001b`. */
export function printable(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .replace(UNPRINTABLE, (character) => {
      const hex = character.codePointAt(0)!.toString(16)
      return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`
    })
}

/** `text` safe to show on one line of a log: logs of builds obey `##[…]` and `##vso[…]` anywhere in a line. */
export function loggable(text: string): string {
  return printable(text).replaceAll('##', '#\\u0023')
}

/** `value` as JSON laid out for reading, safe to show: every unprintable character is escaped, which changes nothing for who parses it. */
export function printableJson(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent).replace(UNPRINTABLE, (character) =>
    // JSON has no line feed but between its parts.
    character === '\n' ? character : character.replace(/[^]/g, escapedUnit),
  )
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
