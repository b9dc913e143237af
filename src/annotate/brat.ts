import {
  ATTRIBUTES,
  fits,
  LABELS,
  ROLE_LABELS,
  type Attribute,
  type Drawing,
  type DrawnPlace,
  type DrawnStatement,
  type Passage,
} from './drawing.js'
import { ROLES, type Role } from './gold.js'
import type { Problem } from './redrawn.js'
import type { Offsets } from './spans.js'
import { beginningOf, CodePoints, toolText } from './tool-text.js'

// brat's standoff format counts code points, holds one annotation a line, and lets no passage hold a line feed: it is interrupted there.

/** The names of an event's arguments. */
const ARGUMENTS = { ...ROLE_LABELS, speaker: 'Speaker' } as const

/** The lines of an `.ann` file that show the drawing beside `toolText(text)`. */
export function bratAnnotations({ passages, statements }: Drawing, text: string): string {
  const shown = toolText(text)
  const points = new CodePoints(shown)
  const lines: string[] = []
  const ids = new Map<Passage, string>()
  for (const passage of [...passages, ...statements.map(({ content }) => content)]) {
    const id = `T${ids.size + 1}`
    ids.set(passage, id)
    const fragments = passage.spans.flatMap((span) => lineParts(shown, span))
    const places = fragments.map(([start, end]) => `${points.pointAt(start)} ${points.pointAt(end)}`).join(';')
    lines.push(`${id}\t${passage.label} ${places}\t${fragments.map((fragment) => shown.slice(...fragment)).join(' ')}`)
  }
  const events = new Map(statements.map(({ content }, index) => [content, `E${index + 1}`]))
  let attributeCount = 0
  const notes: (readonly [id: string, note: string | undefined])[] = passages.map((passage) => [
    ids.get(passage)!,
    passage.note,
  ])
  for (const { content, links, within, attributes, note } of statements) {
    const id = events.get(content)!
    const named = new Map<string, number>()
    const argument = (name: string, target: string) => {
      const number = (named.get(name) ?? 0) + 1
      named.set(name, number)
      return ` ${name}${number > 1 ? number : ''}:${target}`
    }
    const parts = links.map(({ role, to }) => argument(ARGUMENTS[role], ids.get(to)!))
    if (within) parts.push(argument('Within', events.get(within)!))
    lines.push(`${id}\tStatement:${ids.get(content)!}${parts.join('')}`)
    for (const [attribute, value] of attributes) {
      lines.push(`A${++attributeCount}\t${attribute} ${id}${value === true ? '' : ` ${value}`}`)
    }
    notes.push([id, note])
  }
  const written = notes.filter(([, note]) => note !== undefined)
  lines.push(...written.map(([id, note], index) => `#${index + 1}\tAnnotatorNotes ${id}\t${note!}`))
  return lines.map((line) => `${line}\n`).join('')
}

/** The parts of a span between line feeds. */
function lineParts(text: string, [start, end]: Offsets): Offsets[] {
  const parts: Offsets[] = []
  for (let from = start; from < end;) {
    const lineFeed = text.indexOf('\n', from)
    const to = lineFeed < 0 || lineFeed > end ? end : lineFeed
    if (from < to) parts.push([from, to])
    from = to + 1
  }
  return parts
}

/** What the lines of an `.ann` file beside `toolText(text)` show, and which of them could not be read. */
export function readBratAnnotations(
  annotations: string,
  text: string,
): { readonly drawing: Drawing; readonly problems: readonly Problem[] } {
  const reading = new BratReading(text)
  for (const [index, line] of annotations.split('\n').entries()) reading.add(line.replace(/\r$/, ''), index + 1)
  return { drawing: reading.drawing(), problems: reading.problems }
}

interface Line {
  readonly place: DrawnPlace
  readonly data: string
  readonly tail: string | undefined
}

interface Event {
  readonly place: DrawnPlace
  /** Id of its content. */
  readonly trigger: string
  readonly content: Passage
  readonly arguments: readonly (readonly [name: string, id: string])[]
}

class BratReading {
  readonly problems: Problem[] = []
  readonly #shown: string
  readonly #points: CodePoints
  readonly #ids = new Set<string>()
  readonly #textBounds: [id: string, line: Line][] = []
  readonly #events: [id: string, line: Line][] = []
  readonly #attributes: Line[] = []
  readonly #notes: Line[] = []

  constructor(text: string) {
    this.#shown = toolText(text)
    this.#points = new CodePoints(this.#shown)
  }

  /** Takes in one line; they may stand in any order. */
  add(line: string, number: number): void {
    if (line.trim() === '') return
    const [id = '', data = '', ...tail] = line.split('\t')
    const entry = {
      place: { line: number, name: id },
      data: data.trim(),
      tail: tail.length === 0 ? undefined : tail.join('\t'),
    }
    const kind = /^([TEAM#])\d+$/.exec(id)?.[1]
    const wrong =
      kind === undefined
        ? `expected a line of T, E, A or # and a number, got "${beginningOf(line)}"`
        : this.#ids.has(id)
          ? `expected an id of its own, got ${id} once more`
          : undefined
    if (wrong !== undefined) {
      this.#tell(entry, `${wrong}: not read`)
      return
    }
    this.#ids.add(id)
    if (kind === 'T') this.#textBounds.push([id, entry])
    else if (kind === 'E') this.#events.push([id, entry])
    else if (kind === '#') this.#notes.push(entry)
    else this.#attributes.push(entry)
  }

  drawing(): Drawing {
    const passages = new Map<string, Passage>()
    const notes = this.#notesByTarget()
    for (const [id, line] of this.#textBounds) {
      const passage = this.#passage(line, notes.get(id))
      if (passage) passages.set(id, passage)
    }
    const events = new Map<string, Event>()
    for (const [id, line] of this.#events) {
      const event = this.#event(line, passages)
      if (event) events.set(id, event)
    }
    const attributes = this.#attributesByTarget(events)
    const statements = [...events].map(([id, event]) =>
      this.#statement(event, {
        passages,
        events,
        attributes: attributes.get(id),
        note: this.#noteOf(id, event, notes),
      }),
    )
    const contents = new Set(this.#events.map(([, { data }]) => data.split(/[ :]/)[1]))
    for (const [id, passage] of passages) {
      if (passage.label === 'Statement' && !contents.has(id))
        this.#tell(passage, 'expected an event of which this Statement is the trigger, got none: left out')
    }
    return { passages: [...passages.values()].filter(({ label }) => label !== 'Statement'), statements }
  }

  #tell({ place }: { readonly place?: DrawnPlace }, message: string): void {
    this.problems.push({ message, ...(place ? { place } : {}) })
  }

  /** Whether one of that id was there but could not be read, which has been told once. */
  #isLeftOut(id: string, lines: readonly (readonly [id: string, line: Line])[]): boolean {
    return this.#ids.has(id) && lines.some(([other]) => other === id)
  }

  #notesByTarget(): Map<string, string> {
    const notes = new Map<string, string>()
    for (const line of this.#notes) {
      const [type = '', target = ''] = line.data.split(' ')
      if (type !== 'AnnotatorNotes') this.#tell(line, `expected AnnotatorNotes, got "${beginningOf(type)}": not read`)
      else if (!this.#ids.has(target))
        this.#tell(
          line,
          `expected a note on an annotation that is there, got one on "${beginningOf(target)}": not read`,
        )
      else if (line.tail === undefined || line.tail.trim() === '') continue
      else if (notes.has(target)) this.#tell(line, `expected one note on ${target}, got one more: not read`)
      else notes.set(target, line.tail)
    }
    return notes
  }

  /** Whoever clicks a statement in brat may mark the event or its trigger. */
  #noteOf(id: string, event: Event, notes: ReadonlyMap<string, string>): string | undefined {
    const [own, ofTrigger] = [notes.get(id), notes.get(event.trigger)]
    if (own !== undefined && ofTrigger !== undefined && own !== ofTrigger)
      this.#tell(event, `expected one note on a statement, got another one on its trigger ${event.trigger}: not read`)
    return own ?? ofTrigger
  }

  #passage(line: Line, note: string | undefined): Passage | undefined {
    const { place, data, tail } = line
    const [name = ''] = data.split(' ', 1)
    const label = LABELS.find((each) => each === name)
    const places = data.slice(name.length + 1)
    if (label === undefined) {
      this.#tell(line, `expected a type of ${LABELS.join(', ')}; got "${beginningOf(name)}": left out`)
      return undefined
    }
    if (!/^\d{1,15} \d{1,15}(;\d{1,15} \d{1,15})*$/.test(places)) {
      this.#tell(line, `expected START END, got "${beginningOf(places)}": left out`)
      return undefined
    }
    const pairs = places.split(';').map((pair) => pair.split(' ').map(Number) as [number, number])
    const outside = pairs.find(([start, end]) => start >= end || end > this.#points.count)
    if (outside) {
      this.#tell(line, `expected a place within 0-${this.#points.count}, got ${outside.join('-')}: left out`)
      return undefined
    }
    const spans = pairs.map(([start, end]): Offsets => [this.#points.unitAt(start), this.#points.unitAt(end)])
    const words = spans.map((span) => this.#shown.slice(...span)).join(' ')
    if (tail !== undefined && tail.trimEnd() !== words.replace(/\n/g, ' ').trimEnd()) {
      this.#tell(line, `expected the words at ${places}, "${beginningOf(words)}"; got "${beginningOf(tail)}": left out`)
      return undefined
    }
    return { label, spans, place, ...(note === undefined || label === 'Statement' ? {} : { note }) }
  }

  #event(line: Line, passages: ReadonlyMap<string, Passage>): Event | undefined {
    const [[type, trigger], ...parts] = line.data.split(/ +/).map((part) => `${part}:`.split(':'))
    const content = passages.get(trigger)
    if (type !== 'Statement')
      this.#tell(line, `expected an event of type Statement, got "${beginningOf(type)}": left out`)
    else if (!content)
      this.#tell(line, `expected a content as its trigger, got "${beginningOf(trigger)}", which is not there: left out`)
    else if (content.label !== 'Statement')
      this.#tell(line, `expected a Statement as its trigger, got a ${content.label}: left out`)
    // Two events may have one trigger, but each is a statement with a content of its own.
    else
      return {
        place: line.place,
        trigger,
        content: { ...content, place: line.place },
        arguments: parts.map(([name, id]) => [name.replace(/\d+$/, ''), id]),
      }
    return undefined
  }

  #attributesByTarget(events: ReadonlyMap<string, Event>): Map<string, Map<Attribute, string | true>> {
    const found = new Map<string, Map<Attribute, string | true>>()
    for (const line of this.#attributes) {
      const [name = '', target = '', value] = line.data.split(' ') as readonly (string | undefined)[]
      if (!isAttribute(name))
        this.#tell(
          line,
          `expected an attribute of ${Object.keys(ATTRIBUTES).join(', ')}; got "${beginningOf(name)}": not read`,
        )
      else if (!events.has(target) && this.#isLeftOut(target, this.#events)) continue
      else if (!events.has(target))
        this.#tell(
          line,
          `expected an attribute of a statement that is there, got one of "${beginningOf(target)}": not read`,
        )
      else if (found.get(target)?.has(name) === true)
        this.#tell(line, `expected one ${name} of ${target}, got one more: not read`)
      else found.set(target, (found.get(target) ?? new Map<Attribute, string | true>()).set(name, value ?? true))
    }
    return found
  }

  #statement(
    event: Event,
    known: {
      readonly passages: ReadonlyMap<string, Passage>
      readonly events: ReadonlyMap<string, Event>
      readonly attributes: ReadonlyMap<Attribute, string | true> | undefined
      readonly note: string | undefined
    },
  ): DrawnStatement {
    const links: { role: Role | 'speaker'; to: Passage }[] = []
    let within: Passage | undefined
    for (const [name, id] of event.arguments) {
      const role = ([...ROLES, 'speaker'] as const).find((each) => ARGUMENTS[each] === name)
      const passage = known.passages.get(id)
      if (name === 'Within' && known.events.has(id)) within = known.events.get(id)!.content
      else if (name !== 'Within' && role === undefined)
        this.#tell(
          event,
          `expected an argument of ${Object.values(ARGUMENTS).join(', ')} or Within; got "${beginningOf(name)}": not read`,
        )
      else if (!passage && this.#isLeftOut(id, name === 'Within' ? this.#events : this.#textBounds)) continue
      else if (!passage || role === undefined)
        this.#tell(event, `expected a ${name} that is there, got "${beginningOf(id)}": not read`)
      else if (!fits(role, passage.label))
        this.#tell(
          event,
          `expected ${role === 'speaker' ? 'an entity' : `a ${ROLE_LABELS[role]}`} as its ${name}, got a ${passage.label}: not read`,
        )
      else links.push({ role, to: passage })
    }
    return {
      content: event.content,
      links,
      attributes: known.attributes ?? new Map(),
      ...(within ? { within } : {}),
      ...(known.note === undefined ? {} : { note: known.note }),
    }
  }
}

function isAttribute(name: string): name is Attribute {
  return Object.hasOwn(ATTRIBUTES, name)
}
