/**
 * Control characters that are no white space, overrides and isolates of the reading direction, and lone surrogates. Each is one code
 * unit, and so is what stands for it: offsets count the same before and after.
 */
const HARMFUL = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu

/** The text with U+FFFD for every character that could make a page or a terminal show something else than what is there. */
export function harmless(text: string): string {
  return text.replace(HARMFUL, '\ufffd')
}

/**
 * A value as JSON to stand within a `script` element: nothing in it can end the element or begin a comment, and every text is harmless.
 */
export function embedded(value: unknown): string {
  const json = JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? harmless(part) : part))
  return json.replaceAll('<', '\\u003c')
}

/** Text to stand between tags, or in an attribute within double quotation marks. */
export function escapeHtml(text: string): string {
  return harmless(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
