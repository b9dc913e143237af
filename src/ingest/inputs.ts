import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { HearsayError } from '../record/errors.js'
import { unreadable } from './bytes.js'
import { json } from './json.js'
import { jsonLines } from './json-lines.js'
import type { Format } from './format.js'
import { text } from './text.js'

const FORMATS: readonly Format[] = [text, json, jsonLines]

/** The standard input's name among the inputs. */
export const STANDARD_INPUT_NAME = '-'

/** A file to read articles from. */
export interface InputFile {
  /** As the user would name it. */
  readonly file: string
  /** Undefined where only its content can tell. */
  readonly format: Format | undefined
  readonly gzip: boolean
  /** Name of the root that it was found under: the folder given, or the one that holds the file given. */
  readonly collection: string
  /** Its path below the root without extension, with `/` between the parts. */
  readonly id: string
}

/** What the standard input is read as. */
export const STANDARD_INPUT: InputFile = {
  file: 'stdin',
  format: undefined,
  gzip: false,
  collection: 'stdin',
  id: 'stdin',
}

/**
 * The files that the inputs name, in their order, those of a folder sorted by name, each once. What cannot be found or read comes
 * in its place as an error. A `.json` beside a `.txt` of the same name is that article's gold, and not among them.
 */
export async function* filesOf(inputs: readonly string[]): AsyncGenerator<InputFile | HearsayError> {
  const seen = new Set<string>()
  for (const input of inputs) {
    for await (const found of foundBy(input)) {
      if (found instanceof HearsayError) {
        yield found
        continue
      }
      const path = found === STANDARD_INPUT ? STANDARD_INPUT_NAME : resolve(found.file)
      if (seen.has(path)) continue
      seen.add(path)
      const of = found.format === json ? await goldOf(found.file) : undefined
      if (of === undefined) yield found
      else if (found.file === input && !inputs.includes(of)) {
        yield new HearsayError('usage', `expected an article, got the gold of ${of}: name that`, { file: input })
      }
    }
  }
}

/** The text whose gold a `.json` file is, or undefined. */
async function goldOf(file: string): Promise<string | undefined> {
  const stem = file.replace(/\.json(\.gz)?$/i, '')
  for (const article of [`${stem}.txt`, `${stem}.txt.gz`]) if ((await kindOf(article)) === 'file') return article
  return undefined
}

async function* foundBy(input: string): AsyncGenerator<InputFile | HearsayError> {
  if (input === STANDARD_INPUT_NAME) {
    yield STANDARD_INPUT
    return
  }
  try {
    const kind = await kindOf(input)
    if (kind === 'file') yield inputFile(input, dirname(resolve(input)))
    else if (kind === 'folder') yield* inFolder(input)
    else if (/[*?{[(!]/.test(input)) yield* byGlob(input)
    else yield unreadable(input, 'ENOENT')
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    yield error
  }
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
  const message = `expected files that end in ${endings}, also with .gz; found ${got}`
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
  const gzip = /\.gz$/i.test(file)
  const plain = gzip ? file.slice(0, -'.gz'.length) : file
  const ending = (extension: string): boolean => plain.toLowerCase().endsWith(extension)
  const format = FORMATS.find(({ extensions }) => extensions.some(ending))
  const path = relative(root, resolve(plain)).split(sep).join('/')
  return { file, format, gzip, collection: basename(root), id: withoutExtension(path) }
}

function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]*$/, '')
}

/** The format of content that no name tells: JSON lines, a JSON object or array, else the text of one article. */
export function formatOfContent(head: Buffer): Format {
  const beginning = head.toString('utf8').trimStart()
  if (beginning === '') return jsonLines
  if (/^\[\s*[{\]]/.test(beginning)) return json
  if (!/^\{\s*["}]/.test(beginning)) return text
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
