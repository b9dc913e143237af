import { ACTS, QUANTITY_KINDS, type Quantity, type StatementKind } from '../../record/record.js'
import type { Corpus, CorpusSpeaker, CorpusStatement } from './corpus.js'
import { type Child, counted, dayShown, element, link, numberShown, quoted } from './dom.js'
import type { Filter } from './filter.js'
import { barsPlot, KINDS, timePlot, type Bar, type DayCount } from './plots.js'
import { articleHash, articlesHash, statementsHash } from './route.js'
import { speakerLink } from './statement-row.js'
import type { View } from './view.js'
import { KIND_NAMES, meaningInWords, NUMBER_NAMES, percent } from './words.js'

const MOST_SPEAKERS = 12
const MOST_ROWS = 8

/** The whole at a glance. */
export function overview(corpus: Corpus): View {
  const node = element('div', { class: 'overview' }, element('h1', { tabindex: -1 }, quoted(corpus.title)))
  if (corpus.statements.length === 0) {
    node.append(element('div', { class: 'nothing' }, ...nothing(corpus)))
    return { title: 'Overview', node }
  }
  node.append(figures(corpus))
  const redraws: (() => void)[] = []
  const plotted = (draw: (width: number) => SVGElement): HTMLElement => {
    const host = element('div', { class: 'plot-host' })
    let width = 0
    redraws.push(() => {
      const now = Math.floor(host.clientWidth)
      if (now === 0 || now === width) return
      width = now
      host.replaceChildren(draw(now))
    })
    return host
  }
  const bars = (label: string, all: readonly Bar[]) => plotted((width) => barsPlot(label, all, width))
  node.append(
    section('Over time', 'wide', [kindLegend(), ...overTime(corpus, plotted)]),
    section('By speaker', '', speakerBars(corpus, bars)),
    section('Most quoted', '', mostQuoted(corpus)),
    section('By act', 'tall', [bars('Statements by act', actBars(corpus))]),
    section('By kind', '', [bars('Statements by kind', kindBars(corpus)), ...standings(corpus)]),
    section('Numbers by kind', '', numberBars(corpus, bars)),
    section('Numbers claimed', 'wide', numbersClaimed(corpus)),
  )
  const observer = new ResizeObserver(() => {
    for (const redraw of redraws) redraw()
  })
  return {
    title: 'Overview',
    node,
    shown: () => {
      for (const redraw of redraws) redraw()
      observer.observe(node)
    },
    gone: () => {
      observer.disconnect()
    },
  }
}

function section(title: string, size: '' | 'wide' | 'tall', children: readonly Child[]): HTMLElement {
  return element('section', { class: `panel ${size}` }, element('h2', {}, title), ...children)
}

/** What to say of records without a statement. */
function nothing(corpus: Corpus): Child[] {
  const { articles } = corpus
  if (articles.length === 0) {
    return [element('p', { class: 'empty' }, 'No articles: the records that this report was made of hold none.')]
  }
  const count = counted(articles.length, 'article')
  const said = articles.flatMap(({ article }) => article.diagnostics.map(({ message }) => message))
  return [
    element('p', { class: 'empty' }, `No statements were found in ${count}.`),
    said.length === 0
      ? null
      : element(
          'ul',
          { class: 'notes' },
          ...[...new Set(said)].slice(0, 10).map((each) => element('li', {}, quoted(each))),
        ),
    element('p', {}, link(articlesHash(), {}, `See ${articles.length === 1 ? 'the article' : 'the articles'}`)),
  ]
}

function figures(corpus: Corpus): HTMLElement {
  const { statements, articles, speakers } = corpus
  const days = articles.flatMap(({ article }) => article.day ?? []).sort()
  const named = speakers.filter(({ standing }) => standing === 'named').length
  const quotedShare = statements.filter(({ statement }) => statement.kind !== 'indirect').length / statements.length
  const withNumbers = statements.filter(({ quantities }) => quantities.length > 0).length
  const [first, last] = [days.at(0), days.at(-1)]
  const figure = (value: string, name: string, hash?: string) =>
    element(
      'div',
      { class: 'figure' },
      element('dt', {}, name),
      element('dd', {}, hash === undefined ? value : link(hash, {}, value)),
    )
  return element(
    'div',
    {},
    first === undefined || last === undefined
      ? null
      : element('p', { class: 'period' }, first === last ? dayShown(first) : `${dayShown(first)} to ${dayShown(last)}`),
    element(
      'dl',
      { class: 'figures' },
      figure(numberShown(statements.length), 'statements', statementsHash({})),
      figure(numberShown(articles.length), articles.length === 1 ? 'article' : 'articles', articlesHash()),
      figure(numberShown(named), 'named speakers', statementsHash({ standings: ['named'] })),
      figure(percent(quotedShare), 'quoted, at least in part', statementsHash({ kinds: ['direct', 'mixed'] })),
      figure(
        numberShown(withNumbers),
        withNumbers === 1 ? 'statement with numbers' : 'statements with numbers',
        statementsHash({ numbers: ['any'] }),
      ),
    ),
  )
}

/** What the colours of all plots mean. */
function kindLegend(): HTMLElement {
  return element(
    'ul',
    { class: 'legend' },
    ...KINDS.map((kind) => element('li', {}, element('span', { class: `swatch ${kind}` }), KIND_NAMES[kind])),
  )
}

function overTime(corpus: Corpus, plotted: (draw: (width: number) => SVGElement) => HTMLElement): Child[] {
  const counts = new Map<string, { [kind in StatementKind]: number }>()
  let undated = 0
  for (const { article, statement } of corpus.statements) {
    const { day } = article.article
    if (day === undefined) undated++
    else {
      const of = counts.get(day) ?? { direct: 0, mixed: 0, indirect: 0 }
      of[statement.kind]++
      counts.set(day, of)
    }
  }
  const days: DayCount[] = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, of]) => KINDS.map((kind) => ({ day, kind, count: of[kind] })))
  const note =
    undated === 0
      ? null
      : `${counted(undated, 'statement')} in articles without a date ${undated === 1 ? 'is' : 'are'} not shown.`
  const only = [...counts.keys()].at(0)
  const plot =
    only === undefined
      ? element('p', { class: 'empty' }, 'No article has a date.')
      : counts.size === 1
        ? element('p', { class: 'empty' }, `All articles with a date are of ${dayShown(only)}.`)
        : plotted((width) => timePlot('Statements over time', days, width))
  return [plot, note === null ? null : element('p', { class: 'note' }, note)]
}

type Bars = (label: string, all: readonly Bar[]) => HTMLElement

/** A bar of these statements; what it leads to is `filter`, and of one part the same with its kind. */
function barOf(name: string, statements: readonly CorpusStatement[], filter: Partial<Filter>): Bar {
  const counts = { direct: 0, mixed: 0, indirect: 0 }
  for (const { statement } of statements) counts[statement.kind]++
  return {
    name,
    counts,
    hash: statementsHash(filter),
    hashOf: (kind) => statementsHash({ ...filter, kinds: [kind] }),
  }
}

function byCount(a: Bar, b: Bar): number {
  const total = ({ counts }: Bar) => KINDS.reduce((sum, kind) => sum + counts[kind], 0)
  return total(b) - total(a)
}

function speakerBars({ speakers }: Corpus, bars: Bars): Child[] {
  const named = speakers.filter(({ standing }) => standing === 'named')
  if (named.length === 0) return [element('p', { class: 'empty' }, 'No speaker is known by name.')]
  const top = named.slice(0, MOST_SPEAKERS)
  const rest = named.length - top.length
  return [
    bars(
      'Statements by speaker',
      top.map((speaker) => barOf(speaker.name, speaker.statements, { speaker: speaker.key })),
    ),
    rest === 0 ? null : element('p', { class: 'note' }, `and ${counted(rest, 'other')} by name.`),
  ]
}

function actBars({ statements }: Corpus): Bar[] {
  return ACTS.map((act) =>
    barOf(
      act,
      statements.filter(({ statement }) => statement.act === act),
      { acts: [act] },
    ),
  )
    .filter(({ counts }) => KINDS.some((kind) => counts[kind] > 0))
    .sort(byCount)
}

function kindBars({ statements }: Corpus): Bar[] {
  return KINDS.map((kind) =>
    barOf(
      KIND_NAMES[kind],
      statements.filter(({ statement }) => statement.kind === kind),
      { kinds: [kind] },
    ),
  )
}

/** How well the speakers are known, in a sentence with links. */
function standings({ statements }: Corpus): Child[] {
  const share = (standing: Filter['standings'][number], words: string) => {
    const count = statements.filter(({ speaker }) => (speaker?.standing ?? 'nobody') === standing).length
    return element(
      'li',
      {},
      link(statementsHash({ standings: [standing] }), {}, percent(count / statements.length)),
      ` ${words}`,
    )
  }
  return [
    element('h3', {}, 'Who speaks'),
    element(
      'ul',
      { class: 'shares' },
      share('named', 'have a speaker with a name'),
      share('described', 'have one who is described only'),
      share('unresolved', 'have one who could not be resolved'),
      share('nobody', 'name nobody'),
    ),
  ]
}

function numberBars({ statements }: Corpus, bars: Bars): Child[] {
  const kinds = QUANTITY_KINDS.map((kind) =>
    barOf(
      NUMBER_NAMES[kind],
      statements.filter(({ quantities }) => quantities.some((quantity) => quantity.kind === kind)),
      { numbers: [kind] },
    ),
  )
    .filter(({ counts }) => KINDS.some((kind) => counts[kind] > 0))
    .sort(byCount)
  if (kinds.length === 0) return [element('p', { class: 'empty' }, 'No statement claims a number.')]
  return [bars('Statements with numbers, by kind of number', kinds)]
}

/** Speakers by how many words of theirs are quoted. */
function mostQuoted({ speakers }: Corpus): Child[] {
  const rows = speakers
    .filter(({ standing }) => standing === 'named')
    .map((speaker) => ({ speaker, quotations: quotationsOf(speaker) }))
    .map(({ speaker, quotations }) => ({ speaker, quotations, words: wordsIn(quotations) }))
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words)
    .slice(0, MOST_ROWS)
  if (rows.length === 0) return [element('p', { class: 'empty' }, 'Nobody who is known by name is quoted directly.')]
  return [
    table(
      ['Speaker', 'Words quoted', 'Articles'],
      rows.map(({ speaker, quotations, words }) => [
        element('div', {}, speakerLink(speaker), rolesOf(speaker)),
        numberShown(words),
        numberShown(new Set(quotations.map(({ article }) => article)).size),
      ]),
    ),
  ]
}

function quotationsOf({ statements }: CorpusSpeaker): CorpusStatement[] {
  return statements.filter(({ statement }) => statement.kind === 'direct')
}

function wordsIn(said: readonly CorpusStatement[]): number {
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== '').length
  return said.reduce((sum, { statement }) => sum + statement.content.reduce((count, { text }) => count + words(text), 0), 0) // prettier-ignore
}

function rolesOf({ roles }: CorpusSpeaker): Child {
  const role = [...roles].at(0)
  return role === undefined ? null : element('div', { class: 'role' }, quoted(role))
}

/** Below this, what is counted is mostly no news: "two men". */
const LEAST_COUNT = 10

/** Numbers with a unit, a currency or a percent sign: those that most statements claim, then the surest. */
function numbersClaimed({ statements }: Corpus): Child[] {
  const claims = new Map<string, { quantity: Quantity; said: CorpusStatement[] }>()
  for (const said of statements) {
    for (const quantity of said.quantities.filter(isClaim)) {
      const meaning = meaningInWords(quantity)
      const claim = claims.get(meaning) ?? { quantity, said: [] }
      if (claim.said.at(-1) !== said) claim.said.push(said)
      claims.set(meaning, claim)
    }
  }
  const surest = ({ said }: { said: CorpusStatement[] }) =>
    Math.max(...said.map(({ statement }) => statement.confidence))
  const rows = [...claims.values()]
    .sort((a, b) => b.said.length - a.said.length || surest(b) - surest(a))
    .slice(0, MOST_ROWS)
  if (rows.length === 0) return [element('p', { class: 'empty' }, 'No statement claims a number with a unit.')]
  return [
    table(
      ['Number', 'Said by', 'Where', 'Times'],
      rows.map(({ quantity, said }) => [
        link(
          articleHash(said[0].article.key, said[0].statement.id),
          { title: meaningInWords(quantity) },
          quoted(quantity.text),
        ),
        element('div', {}, speakerLink(said[0].speaker), ...others(said)),
        element('div', { class: 'role' }, quoted(said[0].article.title)),
        numberShown(said.length),
      ]),
    ),
  ]
}

function isClaim({ kind, value, unit, currency, negated }: Quantity): boolean {
  if (negated === true || kind === 'ordinal' || kind === 'ratio') return false
  if (kind !== 'cardinal') return unit !== undefined || currency !== undefined || kind === 'percent'
  return unit !== undefined && (value === null || Math.abs(value) >= LEAST_COUNT)
}

function others(said: readonly CorpusStatement[]): Child[] {
  const count = new Set(said.map(({ speaker }) => speaker)).size - 1
  return count === 0 ? [] : [element('div', { class: 'role' }, `and ${counted(count, 'other')}`)]
}

/** A table whose first column says what a row is of; the last ones hold numbers. */
function table(heads: readonly string[], rows: readonly (readonly (string | Node)[])[]): HTMLElement {
  const cellOf = (cell: string | Node, index: number) => {
    const attributes = typeof cell === 'string' ? { class: 'count' } : {}
    return index === 0 ? element('th', { scope: 'row' }, cell) : element('td', attributes, cell)
  }
  const isCount = (index: number) => typeof rows[0][index] === 'string'
  return element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...heads.map((head, index) =>
          element('th', { scope: 'col', class: isCount(index) ? 'count' : undefined }, head),
        ),
      ),
    ),
    element('tbody', {}, ...rows.map((cells) => element('tr', {}, ...cells.map(cellOf)))),
  )
}
