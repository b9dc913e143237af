import { meaningOf } from '../record/meaning.js'
import type { Record, Statement, Time } from '../record/record.js'
import type { RecordFormat } from './format.js'
import { printable } from './printable.js'

/** How records are shown as text. */
export interface TextOptions {
  /** Columns to wrap at. */
  readonly width?: number
  /** Whether to mark parts by terminal colours. */
  readonly colour?: boolean
}

const DEFAULT_WIDTH = 80
const WIDEST = 100

/** What suits a stream: colours in a terminal that takes them, unless NO_COLOR is set, and lines no longer than are easy to read. */
export function textOptionsFor(stream: { readonly isTTY?: boolean; readonly columns?: number }): TextOptions {
  if (stream.isTTY !== true) return {}
  const { NO_COLOR = '', TERM } = process.env
  return { width: Math.min(stream.columns || DEFAULT_WIDTH, WIDEST), colour: NO_COLOR === '' && TERM !== 'dumb' }
}

const BOLD = 1
const DIM = 2
const CYAN = 36
const YELLOW = 33

const GAP = '  '
const INDENT = '  '
/** Deeper nesting is no longer indented: it would leave no room for the words. */
const DEEPEST_INDENT = 6

/** For reading in a terminal: a heading for each article, and its statements, nested ones under the one around them. */
export function textFormat({ width = DEFAULT_WIDTH, colour = false }: TextOptions = {}): RecordFormat {
  const styled = (code: number, text: string) => (colour && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text)

  function heading({ id, meta, statements }: Record): string {
    const facts = [meta.publisher, meta.dateline?.place, meta.published ?? meta.dateline?.date]
    const count = `${statements.length} statement${statements.length === 1 ? '' : 's'}`
    const details = [...facts.filter((fact) => fact !== undefined), count].map(printable).join(' · ')
    const title = meta.title === undefined ? '' : `  ${printable(meta.title)}`
    return `${styled(BOLD, printable(id))}${title}\n${styled(DIM, details)}\n`
  }

  function block(statement: Statement, depth: number, numbers: ReadonlyMap<string, string>): string {
    const { speaker, cue, act, kind, negated, content, confidence } = statement
    const margin = INDENT.repeat(Math.min(depth, DEEPEST_INDENT) + 1)
    const [who, whoColour] = speaker === null ? ['(nobody named)', DIM] : [printable(speaker.name), CYAN]
    const [how, howColour] = cue === null ? ['(no cue)', DIM] : [printable(cue.text), YELLOW]
    const labels = [`${negated ? 'not ' : ''}${act}`, kind, confidence.toFixed(2)].join(', ')
    const room = width - margin.length
    const rest = `${styled(howColour, how)}${GAP}${styled(DIM, labels)}`
    const head =
      [who, how, labels].join(GAP).length <= room
        ? [`${styled(whoColour, who)}${GAP}${rest}`]
        : [...wrapped(who, room).map((line) => styled(whoColour, line)), rest]
    const words = wrapped(printable(content.map(({ text }) => text).join(' … ')), room - INDENT.length)
    const asserted = [...statement.quantities, ...statement.times].flatMap((id) => numbers.get(id) ?? [])
    const figures = asserted.flatMap((line) => wrapped(printable(line), room - INDENT.length))
    const below = [...words, ...figures.map((line) => styled(DIM, line))]
    return [...head, ...below.map((line) => `${INDENT}${line}`)].map((line) => `${margin}${line}\n`).join('')
  }

  return {
    begin: () => '',
    record: (record, index) => {
      const numbers = numbersOf(record)
      const blocks = outline(record.statements).map(({ statement, depth }) => `\n${block(statement, depth, numbers)}`)
      return `${index === 0 ? '' : '\n'}${heading(record)}${blocks.join('')}`
    },
    end: () => '',
  }
}

/** A line for each quantity and time, by id: "more than 50 = >50 facility", "Thursday = 2022-01-13". */
function numbersOf({ quantities, times }: Record): ReadonlyMap<string, string> {
  return new Map([
    ...quantities.map((quantity) => [quantity.id, `${quantity.text} = ${meaningOf(quantity)}`] as const),
    ...times.map((time) => [time.id, `${time.text} = ${timeShown(time)}`] as const),
  ])
}

function timeShown({ value, alternatives = [] }: Time): string {
  return [value, ...alternatives].join(' or ')
}

/** The statements with their depth, each after its parent and what precedes it there. */
function outline(statements: readonly Statement[]): { statement: Statement; depth: number }[] {
  const children = new Map<string | null, Statement[]>([[null, []]])
  for (const { id } of statements) children.set(id, [])
  for (const statement of statements) (children.get(statement.parent) ?? children.get(null))?.push(statement)

  const ordered: { statement: Statement; depth: number }[] = []
  const levels = [(children.get(null) ?? []).values()]
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const { value: statement } = level.next()
    if (!statement) levels.pop()
    else {
      ordered.push({ statement, depth: levels.length - 1 })
      levels.push((children.get(statement.id) ?? []).values())
    }
  }
  return ordered
}

/** `text`, whose white space is single spaces, in lines of at most `width` characters; a longer word is cut. */
function wrapped(text: string, width: number): string[] {
  const room = Math.max(width, 20)
  const lines: string[] = []
  let start = 0
  while (text.length - start > room) {
    const space = text.lastIndexOf(' ', start + room)
    let end = space > start ? space : start + room
    // A character of two code units is not cut in half.
    if (space <= start && isHighSurrogate(text.charCodeAt(end - 1))) end--
    lines.push(text.slice(start, end))
    start = space > start ? end + 1 : end
  }
  lines.push(text.slice(start))
  return lines
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}
