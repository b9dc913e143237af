/**
 * What people read and write in a tool's notes: a name, several names between slashes, or fields as `kind=money; value=7.5e9; optional`.
 * What could not be told apart from that, or would not show, stands as JSON.
 */

/** A text that can stand as it is: no control or format characters, no white space at its edges, nothing that JSON begins with. */
const PLAIN = /^(?!["[])(?!\s)[^\p{C}\p{Zl}\p{Zp}]+(?<!\s)$/u

/** A note that holds one text. */
export function noteOfText(text: string): string {
  return PLAIN.test(text) ? text : json(text)
}

/** The text that a note holds. */
export function textOfNote(note: string): string {
  const value = note.startsWith('"') ? parsed(note) : undefined
  return typeof value === 'string' ? value : note.trim()
}

/** A note that holds several right answers; null is nobody. */
export function noteOfNames(names: readonly (string | null)[]): string {
  const isPlain = names.every(
    (name) => name === null || (PLAIN.test(name) && name !== '-' && !/(^|\s)\/(\s|$)/.test(name)),
  )
  return isPlain ? names.map((name) => name ?? '-').join(' / ') : json(names)
}

/** The answers that a note holds, one at least. */
export function namesOfNote(note: string): (string | null)[] {
  const value = note.startsWith('[') ? parsed(note) : undefined
  if (Array.isArray(value) && value.length > 0 && value.every((name) => name === null || typeof name === 'string')) {
    return value as (string | null)[]
  }
  const names = note.split(/\s+\/\s+/).map((name) => name.trim())
  return names.map((name) => (name === '-' || name === '' ? null : name))
}

/** Fields by name; `true` is one that has no value. */
export type Fields = ReadonlyMap<string, string | true>

/** A note that holds fields; undefined ones are left out. */
export function noteOfFields(fields: Readonly<Record<string, string | true | undefined>>): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => {
      if (value === undefined) return []
      return value === true ? [name] : [`${name}=${PLAIN.test(value) && !/[;"]/.test(value) ? value : json(value)}`]
    })
    .join('; ')
}

/** The fields that a note holds. */
export function fieldsOfNote(note: string): Fields {
  const fields = new Map<string, string | true>()
  for (const piece of pieces(note)) {
    const at = piece.indexOf('=')
    const name = (at < 0 ? piece : piece.slice(0, at)).trim()
    if (name !== '') fields.set(name, at < 0 ? true : textOfNote(piece.slice(at + 1).trim()))
  }
  return fields
}

/** The parts of a note between semicolons, but for those within quotation marks. */
function pieces(note: string): string[] {
  const found: string[] = []
  let start = 0
  let isQuoted = false
  for (let at = 0; at < note.length; at++) {
    if (note[at] === '"') isQuoted = !isQuoted
    else if (note[at] === '\\' && isQuoted) at++
    else if (note[at] === ';' && !isQuoted) {
      found.push(note.slice(start, at))
      start = at + 1
    }
  }
  return [...found, note.slice(start)]
}

function json(value: unknown): string {
  return JSON.stringify(value).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // A name may begin with a quotation mark.
  }
}
