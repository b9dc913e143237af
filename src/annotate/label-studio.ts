import { z } from 'zod'
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
import { faultLine } from '../record/fault.js'
import { ROLES, type Role } from './gold.js'
import type { Problem } from './redrawn.js'
import type { Offsets } from './spans.js'
import { beginningOf, CodePoints, toolText } from './tool-text.js'

// Label Studio's browser part counts code points, and one for each line feed and each carriage return. A region is one passage: the
// later parts of an interrupted one are regions of their own, linked by the relation "continues".

/** The names of the controls in the labelling configuration. */
export const CONTROLS = { labels: 'label', text: 'text', note: 'note', marks: 'Marks' } as const

/** The attributes that are chosen from values, and those that are there or not. */
export const CHOICES = (Object.keys(ATTRIBUTES) as Attribute[]).filter((attribute) => ATTRIBUTES[attribute].length > 0)
export const MARKS = (Object.keys(ATTRIBUTES) as Attribute[]).filter((attribute) => ATTRIBUTES[attribute].length === 0)

/** Relations that a label must tell. For all others the labels of the two regions do. */
export const RELATIONS = ['continues', 'within'] as const

/** What stands in the `result` of an annotation or a prediction. */
export type LabelStudioResult = Readonly<Record<string, unknown>>

/** The results that show the drawing on `toolText(text)`. */
export function labelStudioResults({ passages, statements }: Drawing, text: string): LabelStudioResult[] {
  const shown = toolText(text)
  const points = new CodePoints(shown)
  const regions: LabelStudioResult[] = []
  const relations: LabelStudioResult[] = []
  const ids = new Map<Passage, string>()
  let count = 0
  const relate = (from: string, to: string, label?: string) =>
    relations.push({
      type: 'relation',
      from_id: from,
      to_id: to,
      direction: 'right',
      ...(label === undefined ? {} : { labels: [label] }),
    })
  const draw = (passage: Passage, note: string | undefined, attributes: DrawnStatement['attributes'] = new Map()) => {
    for (const [index, [start, end]] of passage.spans.entries()) {
      const id = `r${++count}`
      const region = { id, to_name: CONTROLS.text }
      const place = { start: points.pointAt(start), end: points.pointAt(end) }
      const value = { ...place, text: shown.slice(start, end) }
      regions.push({
        ...region,
        from_name: CONTROLS.labels,
        type: 'labels',
        value: { ...value, labels: [passage.label] },
      })
      const first = ids.get(passage)
      if (index > 0 && first !== undefined) {
        relate(first, id, 'continues')
        continue
      }
      ids.set(passage, id)
      for (const [attribute, chosen] of attributes) {
        if (chosen !== true)
          regions.push({ ...region, from_name: attribute, type: 'choices', value: { ...value, choices: [chosen] } })
      }
      const marks = MARKS.filter((attribute) => attributes.has(attribute))
      if (marks.length > 0)
        regions.push({ ...region, from_name: CONTROLS.marks, type: 'choices', value: { ...value, choices: marks } })
      if (note !== undefined)
        regions.push({ ...region, from_name: CONTROLS.note, type: 'textarea', value: { ...place, text: [note] } })
    }
  }
  for (const passage of passages) draw(passage, passage.note)
  for (const { content, note, attributes } of statements) draw(content, note, attributes)
  for (const { content, links, within } of statements) {
    for (const { to } of links) relate(ids.get(content)!, ids.get(to)!)
    if (within) relate(ids.get(content)!, ids.get(within)!, 'within')
  }
  return [...regions, ...relations]
}

const result = z.looseObject({ type: z.string() })
const region = z.object({
  id: z.string(),
  from_name: z.string().default(''),
  type: z.string(),
  value: z.looseObject({ start: z.int(), end: z.int() }),
})
const relation = z.object({
  from_id: z.string(),
  to_id: z.string(),
  direction: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
})
const texts = z.union([z.array(z.string()), z.string().transform((one) => [one])])

/** What the results of an annotation of `toolText(text)` show, and which of them could not be read. */
export function readLabelStudioResults(
  results: readonly unknown[],
  text: string,
): { readonly drawing: Drawing; readonly problems: readonly Problem[] } {
  const reading = new LabelStudioReading(text)
  for (const [index, value] of results.entries()) reading.add(value, index + 1)
  return { drawing: reading.drawing(), problems: reading.problems }
}

/** A region as it is read: a passage, of which it may be a later part, with what was said about it. */
interface Region {
  readonly passage: { -readonly [field in keyof Passage]: Passage[field] }
  readonly spans: Offsets[]
  readonly place: DrawnPlace
  readonly attributes: Map<Attribute, string | true>
  note?: string
}

interface Relation {
  readonly from: Region
  readonly to: Region
  readonly label: string | undefined
}

class LabelStudioReading {
  readonly problems: Problem[] = []
  readonly #points: CodePoints
  readonly #regions = new Map<string, Region>()
  /** Ids of those that are left out, which is told once. */
  readonly #leftOut = new Set<string>()
  /** What is said about regions, and relations: they may stand before the regions. */
  readonly #about: z.infer<typeof region>[] = []
  readonly #relations: z.infer<typeof relation>[] = []

  constructor(text: string) {
    this.#points = new CodePoints(toolText(text))
  }

  /** Takes in one result; `number` counts from 1. */
  add(value: unknown, number: number): void {
    const { data: type } = result.safeParse(value)
    const read = type?.type === 'relation' ? relation.safeParse(value) : region.safeParse(value)
    if (!read.success) {
      this.#tell(
        { name: `result ${number}` },
        `expected a region or a relation, got something else (${faultLine(read.error)}): not read`,
      )
    } else if (!('id' in read.data)) this.#relations.push(read.data)
    else if (read.data.type === 'labels') this.#addRegion(read.data)
    else this.#about.push(read.data)
  }

  drawing(): Drawing {
    for (const one of this.#about) this.#addAbout(one)
    const relations = this.#relations.flatMap((one) => this.#relation(one) ?? [])
    const later = this.#join(relations)
    const links = relations.filter(({ label }) => label !== 'continues')
    const regions = [...this.#regions.values()].filter((each) => !later.has(each))
    const isStatement = ({ passage }: Region) => passage.label === 'Statement'
    return {
      passages: regions.filter((each) => !isStatement(each)).map(({ passage }) => passage),
      statements: regions.filter(isStatement).map((each) => this.#statement(each, links, later)),
    }
  }

  #tell(place: DrawnPlace, message: string): void {
    this.problems.push({ place, message })
  }

  #addRegion({ id, value: { start, end, labels } }: z.infer<typeof region>): void {
    const place = { name: `region ${beginningOf(id)}` }
    const given = z.array(z.string()).safeParse(labels).data ?? []
    const label = LABELS.find((each) => each === given[0])
    const leaveOut = (message: string) => {
      this.#tell(place, `${message}: left out`)
      this.#leftOut.add(id)
    }
    if (given.length !== 1 || label === undefined) {
      leaveOut(
        `expected one label of ${LABELS.join(', ')}; got ${given.length === 0 ? 'none' : beginningOf(given.join(', '))}`,
      )
    } else if (start < 0 || start >= end || end > this.#points.count) {
      leaveOut(`expected a place within 0-${this.#points.count}, got ${start}-${end}`)
    } else if (this.#regions.has(id)) {
      this.#tell(place, 'expected an id of its own, got that of a region before: left out')
    } else {
      const spans: Offsets[] = [[this.#points.unitAt(start), this.#points.unitAt(end)]]
      this.#regions.set(id, { passage: { label, spans, place }, spans, place, attributes: new Map() })
    }
  }

  #addAbout({ id, from_name: control, value }: z.infer<typeof region>): void {
    const place = { name: `region ${beginningOf(id)}` }
    const about = this.#regions.get(id)
    const attribute = CHOICES.find((each) => each === control)
    const choices = z.array(z.string()).safeParse(value.choices).data ?? []
    if (this.#leftOut.has(id)) return
    if (!about) this.#tell(place, `expected a region that "${beginningOf(control)}" is about, got none: not read`)
    else if (control === CONTROLS.note) {
      const note = (texts.safeParse(value.text).data ?? []).map((each) => each.trim()).filter((each) => each !== '')
      if (note.length > 0) about.note = note.join(' / ')
      if (about.note !== undefined && about.passage.label !== 'Statement') about.passage.note = about.note
    } else if (attribute !== undefined && choices.length > 0) about.attributes.set(attribute, choices[0])
    else if (control === CONTROLS.marks) {
      for (const mark of MARKS) if (choices.includes(mark)) about.attributes.set(mark, true)
    } else if (attribute === undefined)
      this.#tell(place, `expected a control of the configuration, got "${beginningOf(control)}": not read`)
  }

  #relation({ from_id: fromId, to_id: toId, direction, labels }: z.infer<typeof relation>): Relation | undefined {
    const [from, to] = [this.#regions.get(fromId), this.#regions.get(toId)]
    if (this.#leftOut.has(fromId) || this.#leftOut.has(toId)) return undefined
    if (!from || !to) {
      this.#tell(
        { name: `relation ${beginningOf(fromId)} → ${beginningOf(toId)}` },
        `expected regions that are there, got "${beginningOf(from ? toId : fromId)}", which is not: not read`,
      )
      return undefined
    }
    const label = labels?.[0]
    return direction === 'left' ? { from: to, to: from, label } : { from, to, label }
  }

  /** Adds the later parts of interrupted passages to the first ones, and gives the first one of each. */
  #join(relations: readonly Relation[]): Map<Region, Region> {
    const first = new Map<Region, Region>()
    const firstOf = (each: Region): Region => {
      let at = each
      for (let next = first.get(at); next; next = first.get(at)) at = next
      return at
    }
    for (const { from, to, label } of relations) {
      if (label !== 'continues') continue
      const [head, part] = [firstOf(from), firstOf(to)]
      if (from.passage.label !== to.passage.label)
        this.#tell(to.place, `expected to continue a ${to.passage.label}, got a ${from.passage.label}: read by itself`)
      else if (head !== part) {
        head.spans.push(...part.spans)
        first.set(part, head)
      }
    }
    return new Map([...first.keys()].map((each) => [each, firstOf(each)]))
  }

  #statement(own: Region, relations: readonly Relation[], later: ReadonlyMap<Region, Region>): DrawnStatement {
    const firstOf = (each: Region) => later.get(each) ?? each
    const links: { role: Role | 'speaker'; to: Passage }[] = []
    let within: Passage | undefined
    for (const relation of relations) {
      const [from, to] = [firstOf(relation.from), firstOf(relation.to)]
      const other = from === own ? to : to === own && from.passage.label !== 'Statement' ? from : undefined
      if (!other) continue
      const role = ([...ROLES, 'speaker'] as const).find((each) => fits(each, other.passage.label))
      if (role !== undefined) links.push({ role, to: other.passage })
      else if (other.passage.label === 'Statement' && relation.label === 'within') within = other.passage
      else
        this.#tell(
          own.place,
          `expected a relation to ${Object.values(ROLE_LABELS).join(', ')} or an entity, or "within" to a Statement; got one to a ${other.passage.label}: not read`,
        )
    }
    return {
      content: own.passage,
      links,
      attributes: own.attributes,
      ...(within ? { within } : {}),
      ...(own.note === undefined ? {} : { note: own.note }),
    }
  }
}
