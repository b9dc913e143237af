import { readFile } from 'node:fs/promises'
import { isMap, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { HearsayError } from './errors.js'
import { firstFault } from './fault.js'

/** The place in a file of settings that an error names: keys from the outermost to the one at fault. */
export type SettingPath = readonly PropertyKey[]

/** Settings as a file has them, after its schema. */
export interface Settings<Data> {
  readonly data: Data
  /** The values as they are written, before the schema changed them. */
  readonly value: unknown
  /** The error of the value at a path: its file, line and key. */
  readonly fail: (path: SettingPath, message: string) => HearsayError
}

/**
 * Reads a YAML file of settings.
 * @param what Of what kind the file is, for the error where there is none: `a YAML file of …`.
 * @throws HearsayError `usage` that names file, line and key
 */
export async function readSettings<Data>(
  schema: z.ZodType<Data>,
  place: URL | string,
  file: string,
  what: string,
): Promise<Settings<Data>> {
  let content: string
  try {
    content = await readFile(place, 'utf8')
  } catch (cause) {
    throw new HearsayError('usage', `expected ${what}`, { file }, { cause })
  }
  return settingsOf(schema, content, file)
}

/** Reads settings out of a YAML text. `file` is for errors. Throws `usage` as `readSettings` does. */
export function settingsOf<Data>(schema: z.ZodType<Data>, content: string, file: string): Settings<Data> {
  const lines = new LineCounter()
  const document = parseDocument(content, { lineCounter: lines })
  const [broken] = document.errors
  if ((broken as typeof broken | undefined) !== undefined) {
    const [message] = broken.message.split(/ at line |\n/)
    throw new HearsayError('usage', `expected YAML: ${message}`, { file, line: lines.linePos(broken.pos[0]).line })
  }
  const value = valueOf(document, file)
  const fail = (path: SettingPath, message: string): HearsayError => {
    const line = lines.linePos(offsetOf(document, path)).line
    const key = path.map(String).join('.')
    return new HearsayError('usage', `${key === '' ? '' : `${key}: `}${message}`, { file, line: Math.max(1, line) })
  }
  const { data, error } = schema.safeParse(value)
  if (error !== undefined) {
    const { path, message } = firstFault(error)
    const isNoMap = path.length === 0 && error.issues[0].code === 'invalid_type'
    throw fail(path, isNoMap ? 'expected YAML with settings by their keys, got something else' : message)
  }
  return { data, value, fail }
}

/** The values of a document. It throws for aliases that stand for more than a file could hold. */
function valueOf(document: Document, file: string): unknown {
  try {
    return document.toJS() as unknown
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new HearsayError('usage', `expected YAML: ${reason}`, { file }, { cause })
  }
}

/** Where a key stands in the file, or the nearest one around it. */
function offsetOf(document: Document, path: SettingPath): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true)
    const key = String(path[length - 1])
    const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === key) : undefined
    const found = pair?.key ?? document.getIn(path.slice(0, length), true)
    if (typeof found === 'object' && found !== null && 'range' in found && Array.isArray(found.range))
      return Number(found.range[0])
  }
  return 0
}
