import { readdir, readFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { HearsayError } from '../record/errors.js'
import { sha256Of } from '../record/sha256.js'
import { bratAnnotationConfiguration, bratVisualConfiguration } from './brat-configuration.js'
import { bratAnnotations, readBratAnnotations } from './brat.js'
import { drawingOf } from './drawing.js'
import type { Annotated, GoldHead } from './gold.js'
import { imported, problem, wrongWithText, type Imported } from './imported.js'
import { codeOf, NewFolder, writing } from './new-folder.js'
import { toolText } from './tool-text.js'

/** The file of a folder that tells what its documents were exported from: one article a line, as JSON, with its whole text and all that gold says of it. */
export const ARTICLES_FILE = 'articles.jsonl'

/** A folder that brat shows as a collection: a `.txt` and an `.ann` file for each article, its configuration, and `articles.jsonl`. */
export class BratFolder {
  readonly #folder: NewFolder
  readonly #articles: FileHandle
  readonly #names = new Set<string>()

  private constructor(folder: NewFolder, articles: FileHandle) {
    this.#folder = folder
    this.#articles = articles
  }

  /** Makes the folder. Throws `usage` where it holds something, which may be somebody's work, and `output-not-writable`. */
  static async create(path: string): Promise<BratFolder> {
    const folder = await NewFolder.create(path)
    try {
      await folder.write('annotation.conf', bratAnnotationConfiguration())
      await folder.write('visual.conf', bratVisualConfiguration())
      return new BratFolder(folder, await folder.open(ARTICLES_FILE))
    } catch (error) {
      folder.discard()
      throw error
    }
  }

  /** Writes an article. Throws `output-not-writable`. */
  async add(article: Annotated): Promise<void> {
    const { head, text } = article
    const document = this.#nameFor(head.id)
    await this.#folder.write(`${document}.txt`, toolText(text))
    await this.#folder.write(`${document}.ann`, bratAnnotations(drawingOf(article), text))
    const line = JSON.stringify({ document, id: head.id, text, head })
    await writing(this.#folder.path, () => this.#articles.write(`${line}\n`))
  }

  /** Ends the list of articles. Throws `output-not-writable`. */
  async close(): Promise<void> {
    await writing(this.#folder.path, () => this.#articles.close())
    this.#folder.keep()
  }

  /** Unless it is closed, removes all that it has written, and the folder where it has made it. */
  discard(): void {
    void this.#articles.close().catch(() => undefined)
    this.#folder.discard()
  }

  #nameFor(id: string): string {
    const name = fileNameFor(id, this.#names)
    this.#names.add(name.toLowerCase())
    return name
  }
}

/** A file name without extension for an article: its id where that can be one, else what is left of it with a part of its hash. `taken` holds names in lower case. */
export function fileNameFor(id: string, taken: ReadonlySet<string>): string {
  const safe = id
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[._-]+/, '')
    .slice(0, 80)
  if (safe === id && !taken.has(safe.toLowerCase())) return safe
  // Another article's id may be what this one's name would be.
  for (let hashed = id; ; hashed = `${hashed} `) {
    const name = `${safe}-${sha256Of(hashed).slice(0, 12)}`.replace(/^-/, '')
    if (!taken.has(name.toLowerCase())) return name
  }
}

/**
 * Yields the articles of a folder that `BratFolder` made and people have worked in. What is wrong with one article or line is told with
 * it. Throws a `HearsayError` where the folder cannot be read.
 */
export async function* readBratFolder(path: string): AsyncGenerator<Imported> {
  const names = new Set(await reading(path, () => readdir(path)))
  const file = join(path, ARTICLES_FILE)
  if (!names.has(ARTICLES_FILE)) {
    throw new HearsayError('input-not-found', 'expected the articles that hearsay export has put there, found none', {
      file,
    })
  }
  const known = new Set<string>()
  for (const [index, line] of (await readText(file)).split('\n').entries()) {
    if (line === '') continue
    const article = articleOf(line)
    if (article === undefined) {
      yield {
        problems: [problem('expected an article as it was exported, got something else', { file, line: index + 1 })],
      }
      continue
    }
    known.add(article.document)
    yield readDocument(path, article, names)
  }
  for (const name of [...names].sort()) {
    if (/\.ann$/.test(name) && !known.has(name.slice(0, -4))) {
      yield {
        problems: [
          problem(`expected an article of ${ARTICLES_FILE}, got one that is not there: left out`, {
            file: join(path, name),
          }),
        ],
      }
    }
  }
}

interface ExportedArticle {
  readonly document: string
  readonly head: GoldHead
  readonly text: string
}

async function readDocument(
  path: string,
  { document, head, text }: ExportedArticle,
  names: ReadonlySet<string>,
): Promise<Imported> {
  const [textFile, annotationFile] = ['txt', 'ann'].map((extension) => `${document}.${extension}`)
  const missing = [textFile, annotationFile].find((name) => !names.has(name))
  if (missing !== undefined)
    return { problems: [problem('expected a file, found none: left out', { file: join(path, missing), id: head.id })] }
  try {
    const held = await readText(join(path, textFile))
    const wrong = wrongWithText({ text, sha256: head.sha256 }, held)
    if (wrong)
      return { problems: [problem(wrong.message, { file: join(path, textFile), line: wrong.line, id: head.id })] }
    const file = join(path, annotationFile)
    return imported(readBratAnnotations(await readText(file), text), { head, text }, file)
  } catch (error) {
    if (error instanceof HearsayError) return { problems: [error] }
    throw error
  }
}

/** What a line of `articles.jsonl` holds; undefined where it is no such line. */
function articleOf(line: string): ExportedArticle | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { document, text, head: told, ...others } = value as Readonly<Record<string, unknown>>
  // Folders of earlier versions have the fields of the head beside the text.
  const head: unknown = 'sha256' in others ? others : told
  const isName = typeof document === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(document)
  return isName && typeof text === 'string' && isHead(head) ? { document, text, head } : undefined
}

function isHead(value: unknown): value is GoldHead {
  const { id, sha256 } = (value ?? {}) as Readonly<Record<string, unknown>>
  return typeof id === 'string' && typeof sha256 === 'string'
}

async function readText(file: string): Promise<string> {
  const bytes = await reading(file, () => readFile(file))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new HearsayError('not-text', 'expected UTF-8, got other bytes', { file }, { cause })
  }
}

async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    const code = codeOf(cause)
    if (code === 'ENOENT')
      throw new HearsayError('input-not-found', 'expected a folder or a file, found none', { file }, { cause })
    throw new HearsayError(
      'input-unreadable',
      `expected a folder or a file that can be read, got ${code}`,
      { file },
      { cause },
    )
  }
}
