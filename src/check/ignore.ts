import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import ignore from 'ignore'
import { HearsayError } from '../record/errors.js'

/** Files that are left out, and what single rules are not to tell of. */
export interface Ignore {
  /** Whether a file is not looked at at all. */
  file(file: string): boolean
  /** Whether a rule's findings in a file, or of an article, are silenced. */
  finding(rule: string, place: { readonly file?: string; readonly article?: string }): boolean
}

/** Patterns as `.gitignore` has them, for paths below a folder. */
class Patterns {
  readonly #folder: string
  readonly #matcher = ignore({ ignorecase: false })

  constructor(folder: string) {
    this.#folder = folder
  }

  add(pattern: string): void {
    this.#matcher.add(pattern)
  }

  match(file: string): boolean {
    const path = relative(this.#folder, resolve(file)).split(sep).join('/')
    // What lies elsewhere cannot be named by a pattern.
    return ignore.isPathValid(path) && this.#matcher.ignores(path)
  }
}

const ARTICLE_MARK = 'id='

/** What an ignore file says, and the patterns that a configuration excludes. */
export class IgnoreList implements Ignore {
  readonly #files: Patterns[] = []
  readonly #rules = new Map<string, { patterns: Patterns; articles: Set<string> }>()
  readonly #ids: readonly string[]

  /** @param ids Of all rules: another one is an error. */
  constructor(ids: readonly string[]) {
    this.#ids = ids
  }

  /** Leaves out files by patterns for paths below a folder. */
  exclude(patterns: readonly string[], folder: string): void {
    const files = new Patterns(folder)
    for (const pattern of patterns) files.add(pattern)
    this.#files.push(files)
  }

  /**
   * Takes in an ignore file: a pattern a line for files that are left out, `RULE: PATTERN` for files and `RULE: id=ID` for articles of
   * which one rule says nothing. Throws `usage` for a rule that is not known, and for a file that cannot be read.
   */
  async read(file: string): Promise<void> {
    let content: string
    try {
      content = await readFile(file, 'utf8')
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
      throw new HearsayError('usage', `expected an ignore file that can be read, got ${code}`, { file }, { cause })
    }
    const folder = dirname(resolve(file))
    const files = new Patterns(folder)
    this.#files.push(files)
    content.split(/\r?\n/).forEach((line, index) => {
      const text = line.trim()
      if (text === '' || text.startsWith('#')) return
      const ruled = /^([a-z][a-z-]*):\s+(.*)$/.exec(text)
      if (ruled === null) {
        files.add(line)
        return
      }
      const [, rule, what] = ruled
      if (!this.#ids.includes(rule)) throw unknownRule(rule, this.#ids, { file, line: index + 1 })
      this.#silence(rule, what, folder)
    })
  }

  #silence(rule: string, what: string, folder: string): void {
    const silenced = this.#rules.get(rule) ?? { patterns: new Patterns(folder), articles: new Set() }
    this.#rules.set(rule, silenced)
    if (what.startsWith(ARTICLE_MARK)) silenced.articles.add(what.slice(ARTICLE_MARK.length))
    else silenced.patterns.add(what)
  }

  file(file: string): boolean {
    return this.#files.some((patterns) => patterns.match(file))
  }

  finding(rule: string, place: { readonly file?: string; readonly article?: string }): boolean {
    const { file, article } = place
    const silenced = this.#rules.get(rule)
    if (silenced === undefined) return false
    return (
      (article !== undefined && silenced.articles.has(article)) || (file !== undefined && silenced.patterns.match(file))
    )
  }
}

/** The error of a rule that is none. */
export function unknownRule(
  rule: string,
  ids: readonly string[],
  place: { readonly file?: string; readonly line?: number } = {},
): HearsayError {
  return new HearsayError('usage', `expected a rule, one of ${ids.join(', ')}; got "${rule}"`, place)
}
