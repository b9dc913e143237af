#!/usr/bin/env node
/**
 * Turns an article with inline mark-up into its text and its gold, so that nobody counts offsets by hand.
 *
 *   node scripts/annotate.mjs            writes corpus/NAME.txt and corpus/NAME.json for every corpus/markup/NAME.markup
 *   node scripts/annotate.mjs --check    writes nothing; fails where a file of the corpus is not what its mark-up says
 *   node scripts/annotate.mjs --show     also prints each statement, to be read against the guidelines
 *   node scripts/annotate.mjs --of ARTICLES.jsonl MARKUP… --into FOLDER
 *                                        gold of articles that stay where they are: FOLDER/ID.json holds offsets and the text's
 *                                        SHA-256, and none of its words but names. MARKUP is ID.markup, with the article's text to
 *                                        the letter, spaces too; its lines may end with a bare line feed where the article's do not.
 *
 * THE TEXT. `{head|text}` marks `text`; marks nest. Neither brace can be part of an article. Heads:
 *
 *   1q 1s 1c          cue (the words that report), source and content of statement 1; several 1c are one content in several spans
 *   1a 1m 1t          its addressee, its medium, the time at which it was said (1t is a mark around a time)
 *   1s,2s             several roles of one span
 *   # KIND VALUE …    a quantity: kind, then a value (`50`, `7.5e9`), or a range (`20..30`), or a ratio (`3:1`); then any of
 *                     a comparator (`>`, `>=`, `<`, `<=`, `~`), `unit=year_of_age`, `cur=USD`, `up`, `down`, `negated`, `modality=could`
 *   @ KIND VALUE …    a time: kind, then a TIMEX3 value or a range (`2024-01..2024-03`); then perhaps `alt=2024-04-03`
 *   PERSON Name       an entity of that type; the name where it is not the text itself
 *
 * THE REST. After a line `===`, one line each:
 *
 *   style agency
 *   dateline place=Paris; date=2022-01-17; author=Anastasia Ivanova
 *   published 2022-01-17              the date that times are counted from, where the article tells it outside a dateline
 *   glued country.|The minister       two sentences with no space between
 *   1 say direct name Mukhtar Ablyazov; negated; optional
 *                                     statement 1: act, kind, form of the source, speaker. `A / B` are two right answers;
 *                                     `-` for the speaker or the form where there is none; `parent=3` or `parent=none`
 *                                     where the parent is not the statement whose content the cue lies in
 *
 * Statements are numbered anew in text order.
 */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROLES = { q: 'cue', s: 'source', c: 'content', a: 'addressee', m: 'medium', t: 'time' }
const ENTITY_TYPES = ['PERSON', 'ORGANIZATION', 'LOCATION', 'NORP', 'FACILITY', 'PRODUCT', 'MISC']
const COMPARATORS = ['=', '>', '>=', '<', '<=', '~']

/** The text without its marks, and the marks with their offsets. Throws where braces do not pair. */
function parseMarks(markup) {
  let text = ''
  const open = []
  const marks = []
  for (let at = 0; at < markup.length; at++) {
    const character = markup[at]
    if (character === '{') {
      const bar = markup.indexOf('|', at)
      if (bar < 0) throw new Error(`a mark without "|" at "${markup.slice(at, at + 40)}"`)
      open.push({ head: markup.slice(at + 1, bar).trim(), start: text.length })
      at = bar
    } else if (character === '}') {
      const mark = open.pop()
      if (!mark) throw new Error(`a "}" that closes nothing after "${text.slice(-40)}"`)
      marks.push({ ...mark, end: text.length })
    } else text += character
  }
  if (open.length > 0) throw new Error(`the mark "${open.at(-1).head}" is never closed`)
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) }
}

function parseQuantity(text, { head, start, end }) {
  const [, kind, value, ...more] = head.split(/\s+/)
  const quantity = { text: text.slice(start, end), start, end, kind }
  const pair = /^(-?[\d.e]+)(\.\.|:)(-?[\d.e]+)$/.exec(value)
  if (pair)
    Object.assign(quantity, pair[2] === ':' ? { value: null } : {}, { low: Number(pair[1]), high: Number(pair[3]) })
  else quantity.value = Number(value)
  if (Number.isNaN(quantity.value ?? quantity.low)) throw new Error(`"${value}" of "${head}" is no number`)
  quantity.comparator = '='
  for (const part of more) {
    const [key, given] = part.split(/=(?=.)/)
    if (COMPARATORS.includes(part)) quantity.comparator = part
    else if (key === 'unit') quantity.unit = given.replaceAll('_', ' ')
    else if (key === 'cur') quantity.currency = given
    else if (part === 'up' || part === 'down') quantity.direction = part
    else if (part === 'negated') quantity.negated = true
    else if (key === 'modality') quantity.modality = given
    else throw new Error(`"${part}" of "${head}" means nothing`)
  }
  return quantity
}

function parseTime(text, { head, start, end }) {
  const [, kind, value, ...more] = head.split(/\s+/)
  const time = { text: text.slice(start, end), start, end, kind }
  const [low, high] = value.split('..')
  if (high === undefined) time.value = value
  else Object.assign(time, { value: `${low}/${high}`, low, high })
  for (const part of more) {
    if (!part.startsWith('alt=')) throw new Error(`"${part}" of "${head}" means nothing`)
    time.alternatives = [...(time.alternatives ?? []), part.slice(4)]
  }
  return time
}

/** One line that describes a statement: `1 say direct name Speaker; optional`. */
function parseStatementLine(line) {
  const [described, ...flags] = line.split(';').map((part) => part.trim())
  const match = /^(\d+) (\w+) (\w+) (\w+|-) (.+)$/.exec(described)
  if (!match) throw new Error(`expected "NUMBER ACT KIND FORM SPEAKER", got "${line}"`)
  const [, label, act, kind, form, speaker] = match
  const speakers = speaker === '-' ? [null] : speaker.split(' / ')
  const statement = { label, act, kind, form: form === '-' ? null : form, speakers, negated: false, optional: false }
  for (const flag of flags) {
    if (flag === 'negated' || flag === 'optional') statement[flag] = true
    else if (flag.startsWith('parent=')) statement.parent = flag.slice('parent='.length)
    else throw new Error(`"${flag}" of statement ${label} means nothing`)
  }
  return statement
}

function parseTail(tail) {
  const gold = { glued: [] }
  const described = []
  for (const line of tail.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const rest = line.slice(line.indexOf(' ') + 1)
    if (/^\d/.test(line)) described.push(parseStatementLine(line))
    else if (line.startsWith('style ')) gold.style = rest
    else if (line.startsWith('published ')) gold.published = rest
    else if (line.startsWith('glued ')) gold.glued.push(rest)
    else if (line.startsWith('dateline '))
      gold.dateline = Object.fromEntries(rest.split(';').map((part) => part.trim().split('=')))
    else throw new Error(`the line "${line}" means nothing`)
  }
  return { ...gold, described }
}

const within = (inner, outer) => inner[0] >= outer[0] && inner[1] <= outer[1]
const length = ([start, end]) => end - start

/** The statements in text order, with parents and quantities found from the spans. */
function joinStatements(described, roles, quantities) {
  const statements = described.map((line) => {
    const spans = roles.get(line.label) ?? {}
    roles.delete(line.label)
    if (!spans.content) throw new Error(`statement ${line.label} has no content in the text`)
    const all = Object.values(spans).flat()
    return {
      ...line,
      spans,
      first: Math.min(...all.map(([start]) => start)),
      last: Math.max(...all.map(([, end]) => end)),
    }
  })
  const left = [...roles.keys()]
  if (left.length > 0) throw new Error(`no line describes statement ${left.join(', ')}`)
  // Where two begin together, the one around the other comes first, else the one that is reported first.
  const reports = ({ spans }) => spans.cue?.[0] ?? spans.content[0]
  const holds = (a, b) => a.spans.content.some((content) => within(reports(b), content))
  statements.sort(
    (a, b) => a.first - b.first || Number(holds(b, a)) - Number(holds(a, b)) || reports(a)[0] - reports(b)[0],
  )
  statements.forEach((statement, index) => {
    statement.id = `s${index + 1}`
  })

  for (const statement of statements) {
    const place = reports(statement)
    const around = statements
      .filter((other) => other !== statement)
      .flatMap((other) =>
        other.spans.content.filter((content) => within(place, content)).map((content) => ({ other, content })),
      )
      .sort((a, b) => length(a.content) - length(b.content))
    const named = statements.find(({ label }) => label === statement.parent)
    statement.parentId = statement.parent === 'none' ? null : ((named ?? around[0]?.other)?.id ?? null)
  }
  for (const statement of statements) {
    const nested = statements.filter((other) => other.parentId === statement.id).flatMap((other) => other.spans.content)
    statement.quantities = quantities
      .map(({ start, end }) => [start, end])
      .filter((span) => statement.spans.content.some((content) => within(span, content)))
      .filter((span) => !nested.some((content) => within(span, content)))
      .map(([start, end]) => ({ start, end }))
  }
  return statements.map(({ id, spans, speakers, kind, act, form, negated, optional, parentId, quantities: own }) => ({
    id,
    cue: spans.cue?.[0] ?? null,
    source: spans.source?.[0] ?? null,
    content: spans.content,
    speaker: speakers[0],
    ...(speakers.length > 1 ? { speakers } : {}),
    kind,
    act,
    form,
    negated,
    optional,
    parent: parentId,
    ...(spans.addressee ? { addressee: spans.addressee[0] } : {}),
    ...(spans.medium ? { medium: spans.medium[0] } : {}),
    ...(spans.time ? { time: spans.time[0] } : {}),
    quantities: own,
  }))
}

/** The text and the gold of one marked-up article; its text must be `expected`, where that is given. */
export function annotate(id, source, expected) {
  const divide = source.indexOf('\n===\n')
  if (divide < 0) throw new Error('expected a line "===" between the text and the rest')
  const front = source.slice(0, divide)
  const { text, marks } = parseMarks(expected === undefined ? front.trim() : withLineEndsOf(expected, front))
  if (expected !== undefined && text !== expected) {
    const at = [...text].findIndex((character, i) => character !== [...expected][i])
    throw new Error(
      `not the article's text: expected "${expected.slice(at, at + 40)}", got "${text.slice(at, at + 40)}"`,
    )
  }
  const { described, glued, style, dateline, published } = parseTail(source.slice(divide + 5))
  const entities = []
  const quantities = []
  const times = []
  const roles = new Map()
  for (const mark of marks) {
    const { head, start, end } = mark
    const [type, ...name] = head.split(' ')
    if (type === '#') quantities.push(parseQuantity(text, mark))
    else if (type === '@') times.push(parseTime(text, mark))
    else if (ENTITY_TYPES.includes(type))
      entities.push({
        text: text.slice(start, end),
        type,
        ...(name.length > 0 ? { name: name.join(' ') } : {}),
        start,
        end,
      })
    else
      for (const role of head.split(',')) {
        const match = /^(\d+)([qscamt])$/.exec(role.trim())
        if (!match) throw new Error(`the mark "${head}" means nothing`)
        const spans = roles.get(match[1]) ?? {}
        const field = ROLES[match[2]]
        if (spans[field] && field !== 'content') throw new Error(`statement ${match[1]} has two spans for its ${field}`)
        roles.set(match[1], { ...spans, [field]: [...(spans[field] ?? []), [start, end]] })
      }
  }
  const gold = {
    id,
    sha256: createHash('sha256').update(text).digest('hex'),
    style,
    ...(dateline ? { dateline } : {}),
    ...(published ? { published } : {}),
    incomplete: ['entities'],
    entities,
    quantities,
    times,
    ...(glued.length > 0 ? { segments: { glued } } : {}),
    statements: joinStatements(described, roles, quantities),
  }
  return { text, gold }
}

/** Mark-up with the line ends of the article that it is of, so that any editor will do. */
function withLineEndsOf(text, markup) {
  return /\r\n/.test(text) ? markup.replace(/\r?\n/g, '\r\n') : markup
}

function show({ text, gold }) {
  const slice = (span) => (span ? text.slice(...span).replace(/\s+/g, ' ') : '-')
  for (const s of gold.statements) {
    const flags = [s.form ?? 'no form', s.negated && 'negated', s.optional && 'optional', s.parent && `in ${s.parent}`]
    const more = ['addressee', 'medium', 'time'].filter((role) => s[role]).map((role) => `${role}=${slice(s[role])}`)
    console.log(
      `${s.id} ${s.act} ${s.kind} (${[...flags, ...more].filter(Boolean).join(', ')}) ${s.speakers?.join(' / ') ?? s.speaker}`,
    )
    console.log(`    ${slice(s.source)} | ${slice(s.cue)} | ${s.content.map(slice).join(' … ')}`)
  }
  for (const q of gold.quantities) console.log(`    # ${JSON.stringify({ ...q, start: undefined, end: undefined })}`)
  for (const t of gold.times) console.log(`    @ ${t.text} = ${t.value} (${t.kind})`)
}

/** The gold without the article's words: what is left are offsets, values and names. */
function offsetsOnly(gold) {
  const bare = (spans) =>
    spans.map((span) => Object.fromEntries(Object.entries(span).filter(([field]) => field !== 'text')))
  const named = gold.entities.map((entity) => ({ ...entity, name: entity.name ?? entity.text }))
  return { ...gold, entities: bare(named), quantities: bare(gold.quantities), times: bare(gold.times) }
}

/** Writes the gold of articles that are not ours. */
function annotateOthers([articles, ...rest]) {
  const into = rest.indexOf('--into')
  if (into < 0 || rest[into + 1] === undefined) throw new Error('expected --of ARTICLES.jsonl MARKUP… --into FOLDER')
  const lines = readFileSync(articles, 'utf8').split('\n')
  const texts = new Map(lines.filter((line) => line !== '').map((line) => [JSON.parse(line).id, JSON.parse(line).text]))
  for (const file of rest.slice(0, into)) {
    const id = basename(file, '.markup')
    const text = texts.get(id)
    if (text === undefined) throw new Error(`${file}: expected the id of an article of ${articles}`)
    try {
      const { gold } = annotate(id, readFileSync(file, 'utf8'), text)
      writeFileSync(join(rest[into + 1], `${id}.json`), `${JSON.stringify(offsetsOnly(gold), null, 1)}\n`)
      if (rest.includes('--show')) show({ text, gold })
    } catch (error) {
      throw new Error(`${file}: ${error.message}`, { cause: error })
    }
  }
}

function main(options) {
  if (options[0] === '--of') {
    annotateOthers(options.slice(1))
    return
  }
  const corpus = fileURLToPath(new URL('../corpus/', import.meta.url))
  const stale = []
  for (const file of readdirSync(`${corpus}markup`)
    .filter((name) => name.endsWith('.markup'))
    .sort()) {
    const id = file.slice(0, -'.markup'.length)
    let made
    try {
      made = annotate(id, readFileSync(`${corpus}markup/${file}`, 'utf8'))
    } catch (error) {
      throw new Error(`corpus/markup/${file}: ${error.message}`, { cause: error })
    }
    const outputs = { [`${id}.txt`]: made.text, [`${id}.json`]: `${JSON.stringify(made.gold, null, 1)}\n` }
    for (const [name, content] of Object.entries(outputs)) {
      if (!options.includes('--check')) writeFileSync(corpus + name, content)
      else if (readFileSync(corpus + name, 'utf8') !== content) stale.push(name)
    }
    if (options.includes('--show')) {
      console.log(`\n== ${id}: ${made.text.split(/\s+/).length} words, ${made.gold.statements.length} statements`)
      show(made)
    }
  }
  if (stale.length > 0) throw new Error(`not what the mark-up says: ${stale.join(', ')}; run node scripts/annotate.mjs`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
