import { createHash } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { HearsayError } from '../record/errors.js'
import { unreadable } from './bytes.js'
import { COMPRESSION_EXTENSIONS, compressionOfName, type Compression } from './compression.js'
import { csv, isTable } from './csv.js'
import type { FieldPaths } from './fields.js'
import { html } from './html.js'
import { json } from './json.js'
import { jsonLines } from './json-lines.js'
import type { Format } from './format.js'
import { Ledger } from './ledger.js'
import { parquet } from './parquet.js'
import { text } from './text.js'
import { warc } from './warc.js'

/** Every format that is read. */
export const FORMATS: readonly Format[] = [text, json, jsonLines, csv, parquet, warc, html]

/** The standard input's name among the inputs. */
export const STANDARD_INPUT_NAME = '-'

/** What stands before the name of a file that lists inputs. */
const LIST_MARK = '@'

/** A file to read articles from. */
export interface InputFile {
  /** As the user would name it. */
  readonly file: string
  /** Undefined where only its content can tell. */
  readonly format: Format | undefined
  /** What its name says that it is compressed with. */
  readonly compression: Compression | undefined
  /** Name of the root that it was found under: the folder given, or the one that holds the file given. */
  readonly collection: string
  /** Its path below the root without extension, with `/` between the parts. */
  readonly id: string
}

/** What the standard input is read as. */
export const STANDARD_INPUT: InputFile = {
  file: 'stdin',
  format: undefined,
  compression: undefined,
  collection: 'stdin',
  id: 'stdin',
}

/**
 * The files that the inputs name, in their order, those of a folder sorted by name, each once. What cannot be found or read comes
 * in its place as an error. A `.json` beside a `.txt` of the same name is that article's gold, and not among them.
 * @param root The root of files that are named singly and lie below it; else of each the folder that holds it.
 */
export async function* filesOf(inputs: readonly string[], root?: string): AsyncGenerator<InputFile | HearsayError> {
  const seen = new Ledger()
  for (const input of inputs) {
    for await (const found of foundBy(input, root)) {
      if (found instanceof HearsayError) {
        yield found
        continue
      }
      const path = found === STANDARD_INPUT ? STANDARD_INPUT_NAME : resolve(found.file)
      const key = createHash('sha256').update(path).digest()
      if (seen.look(key, key) === 'same') continue
      seen.add(key, key)
      const of = found.format === json ? await goldOf(found.file) : undefined
      if (of === undefined || of instanceof HearsayError) yield of ?? found
      else if (found.file === input && !inputs.includes(of)) {
        yield new HearsayError('usage', `expected an article, got the gold of ${of}: name that`, { file: input })
      }
    }
  }
}

/** The text whose gold a `.json` file is, undefined where there is none, or why that cannot be told. */
async function goldOf(file: string): Promise<string | HearsayError | undefined> {
  const stem = file.replace(/\.json(\.gz|\.zst)?$/i, '')
  for (const compression of ['', ...Object.values(COMPRESSION_EXTENSIONS)]) {
    const article = `${stem}.txt${compression}`
    try {
      if ((await kindOf(article)) === 'file') return article
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error
      return error
    }
  }
  return undefined
}

async function* foundBy(input: string, root?: string): AsyncGenerator<InputFile | HearsayError> {
  if (input === STANDARD_INPUT_NAME) {
    yield STANDARD_INPUT
    return
  }
  try {
    const kind = await kindOf(input)
    if (kind === 'file') yield inputFile(input, rootOf(input, root))
    else if (kind === 'folder') yield* inFolder(input)
    else if (input.startsWith(LIST_MARK)) yield* inList(input.slice(LIST_MARK.length), root)
    else if (/[*?{[(!]/.test(input)) yield* byGlob(input)
    else yield unreadable(input, 'ENOENT')
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    yield error
  }
}

/** The root of a file that is named singly. */
function rootOf(file: string, root: string | undefined): string {
  const path = resolve(file)
  if (root === undefined || relative(resolve(root), path).split(sep)[0] === '..') return dirname(path)
  return resolve(root)
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const refused = unreadable(path, error)
    if (refused.code === 'input-not-found') return undefined
    throw refused
  }
}

/** What the lines of a file name, each as it would stand on the command line. */
async function* inList(list: string, root?: string): AsyncGenerator<InputFile | HearsayError> {
  let file: FileHandle
  try {
    file = await open(list)
  } catch (error) {
    throw unreadable(list, error)
  }
  let number = 0
  try {
    for await (const line of file.readLines()) {
      number++
      const input = line.trim()
      if (input === '' || input.startsWith('#')) continue
      if (!input.startsWith(LIST_MARK) || (await kindOf(input)) !== undefined) {
        yield* foundBy(input, root)
        continue
      }
      const message = 'expected a file, a folder or a glob, got another list; name it on the command line'
      yield new HearsayError('usage', message, { file: list, line: number })
    }
  } catch (error) {
    throw error instanceof HearsayError ? error : unreadable(list, error)
  } finally {
    await file.close()
  }
}

/**
 * The first of these files that is an input, or lies in a folder that is one, whether it is there or not; undefined where none is. What
 * of the inputs cannot be read is told of by who reads them.
 */
export async function firstAmong(inputs: readonly string[], files: readonly string[]): Promise<string | undefined> {
  if (files.length === 0) return undefined
  const places = await Promise.all(files.map(async (file) => ({ file, place: await placeOf(file) })))
  const met = (isMet: (place: string) => boolean) => places.find(({ place }) => isMet(place))?.file
  for (const input of inputs) {
    if (input === STANDARD_INPUT_NAME) continue
    const named = [await placeOf(input), ...(input.startsWith(LIST_MARK) ? [await placeOf(input.slice(1))] : [])]
    const found = met((place) => named.some((one) => place === one || place.startsWith(`${one}${sep}`)))
    if (found !== undefined) return found
    // What lies below a folder is known by its path.
    if ((await kindOf(input).catch(() => undefined)) === 'folder') continue
    for await (const one of filesOf([input])) {
      if (one instanceof HearsayError) continue
      const read = await placeOf(one.file)
      const also = met((place) => place === read)
      if (also !== undefined) return also
    }
  }
  return undefined
}

/** Where a path leads, links followed; also of a file that is not there yet. */
async function placeOf(path: string): Promise<string> {
  const whole = resolve(path)
  return realpath(whole).catch(() =>
    realpath(dirname(whole)).then(
      (folder) => join(folder, basename(whole)),
      () => whole,
    ),
  )
}

async function* inFolder(root: string): AsyncGenerator<InputFile | HearsayError> {
  let articles = 0
  let others = 0
  for await (const found of walk(root)) {
    if (found instanceof HearsayError) {
      articles++
      yield found
      continue
    }
    const file = inputFile(found, resolve(root))
    if (file.format === undefined) others++
    else {
      articles++
      yield file
    }
  }
  if (articles > 0) return
  const endings = FORMATS.flatMap(({ extensions }) => extensions).join(', ')
  const got = others === 0 ? 'no file' : `${others} of other kinds`
  const message = `expected files that end in ${endings}, also with .gz or .zst; found ${got}`
  yield new HearsayError('input-not-found', message, { file: root })
}

/**
 * The files below a folder, sorted by name. Hidden ones are left out, and links are not followed: where they lead within the
 * folder is read anyway, and elsewhere was not asked for.
 */
async function* walk(folder: string): AsyncGenerator<string | HearsayError> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield unreadable(folder, error)
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    else if (entry.isFile()) yield path
  }
}

async function* byGlob(pattern: string): AsyncGenerator<InputFile | HearsayError> {
  const parts = pattern.split('/')
  const firstWild = parts.findIndex((part) => /[*?{[(!]/.test(part))
  const root = parts.slice(0, firstWild).join('/') || (pattern.startsWith('/') ? '/' : '.')
  const options = { cwd: root, expandDirectories: false, followSymbolicLinks: false }
  // Loaded here: it takes longer than anything else that whoever only extracts has no use for.
  const { glob } = await import('tinyglobby')
  const files = (await kindOf(root)) === 'folder' ? await glob(parts.slice(firstWild).join('/'), options) : []
  if (files.length === 0) {
    yield new HearsayError('input-not-found', 'expected files that match this glob, found none', { file: pattern })
  }
  for (const file of files.sort()) yield inputFile(join(root, file), await realpath(root))
}

function inputFile(file: string, root: string): InputFile {
  const path = relative(root, resolve(uncompressedName(file)))
    .split(sep)
    .join('/')
  const [format, compression] = [formatOfName(file), compressionOfName(file)]
  return { file, format, compression, collection: basename(root), id: withoutExtension(path) }
}

/** The format that the name of a file tells, whatever it is compressed with; undefined where it tells none. */
export function formatOfName(file: string): Format | undefined {
  const plain = uncompressedName(file).toLowerCase()
  return FORMATS.find(({ extensions }) => extensions.some((extension) => plain.endsWith(extension)))
}

/** A name without `.gz` or `.zst`. */
function uncompressedName(file: string): string {
  const compression = compressionOfName(file)
  return compression === undefined ? file : file.slice(0, -COMPRESSION_EXTENSIONS[compression].length)
}

function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]*$/, '')
}

/** The format of bytes that are no text and that no name tells, or undefined. */
export function formatOfBytes(head: Buffer): Format | undefined {
  const magic = head.toString('latin1', 0, 7)
  return magic.startsWith('PAR1') ? parquet : magic === 'WARC/1.' ? warc : undefined
}

/**
 * The format of text that no name tells: JSON lines, a JSON object or array, a page, a table with a column for the text, else the
 * text of one article.
 */
export function formatOfText(head: Buffer, fields: FieldPaths): Format {
  const beginning = head.toString('utf8').trimStart()
  if (beginning === '') return jsonLines
  if (/^\[\s*[{\]]/.test(beginning)) return json
  if (/^<(!doctype\s+html|html)[\s>]/i.test(beginning)) return html
  if (!/^\{\s*["}]/.test(beginning)) return isTable(beginning, fields) ? csv : text
  const lines = beginning.split('\n')
  const isObjects = isJson(lines[0]) || (lines.length > 1 && lines[1].startsWith('{')) || lines.length === 1
  return isObjects ? jsonLines : json
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false // It throws for what is not JSON, which is the answer.
  }
}
