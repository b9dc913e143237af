import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A command as a page shows it, and what the page says that it prints. */
export interface Example {
  readonly line: number
  readonly command: string
  readonly output: readonly string[]
}

export interface Page {
  readonly file: string
  /** What is run, in order: lines behind `$`. */
  readonly examples: readonly Example[]
  /** Lines of code that begin with the command and are not run: they must be outlines, such as `hearsay extract [INPUT…]`. */
  readonly outlines: readonly Omit<Example, 'output'>[]
}

/** The pages for users: the README and docs/. */
export function pages(): Page[] {
  const files = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  return ['README.md', ...files.sort().map((name) => join('docs', name))].map((file) => pageOf(file))
}

function pageOf(file: string): Page {
  const examples: { line: number; command: string; output: string[] }[] = []
  const outlines: Omit<Example, 'output'>[] = []
  let fenced = false
  let open = false
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((text, index) => {
      if (text.startsWith('```')) {
        fenced = !fenced
        open = false
        return
      }
      // A blank line within indented code belongs to it, and is seen as the end only where other text follows.
      const isCode = fenced || text.startsWith('    ') || (open && text === '')
      if (!isCode) {
        open = false
        return
      }
      const code = fenced ? text : text.slice(4)
      const line = index + 1
      if (code.startsWith('$ ')) {
        examples.push({ line, command: code.slice(2), output: [] })
        open = true
      } else if (open) examples.at(-1)!.output.push(code)
      else if (/^(?:npx )?hearsay /.test(code)) outlines.push({ line, command: code })
    })
  return { file, examples: examples.map(({ output, ...example }) => ({ ...example, output: withoutBlankEnd(output) })), outlines } // prettier-ignore
}

/** The lines, without blank ones at their end. */
export function withoutBlankEnd(lines: readonly string[]): string[] {
  let end = lines.length
  while (end > 0 && lines[end - 1].trim() === '') end--
  return lines.slice(0, end)
}

/** Whether the lines printed are those that a page shows. `…` stands for any text within a line, and alone on one for any lines. */
export function isShown(printed: readonly string[], shown: readonly string[]): boolean {
  if (shown.length === 0) return printed.length === 0
  const [first, ...rest] = shown
  if (first.trim() === '…') return printed.some((_, n) => isShown(printed.slice(n), rest)) || isShown([], rest)
  return printed.length > 0 && isLine(printed[0], first) && isShown(printed.slice(1), rest)
}

function isLine(printed: string, shown: string): boolean {
  const parts = shown.trimEnd().split('…')
  let at = 0
  for (const [index, part] of parts.entries()) {
    const found = printed.indexOf(part, at)
    if (found < 0 || (index === 0 && found > 0)) return false
    at = found + part.length
  }
  return parts.length > 1 ? printed.endsWith(parts.at(-1)!) : printed.trimEnd() === shown.trimEnd()
}
