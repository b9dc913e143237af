import { ACTS } from '../../record/record.js'
import { folded, type Corpus, type CorpusSpeaker } from './corpus.js'
import { type Child, button, counted, dayShown, element, numberShown, quoted } from './dom.js'
import { find, NO_FILTER, numberOf, NUMBERS, STANDINGS, type Facet, type Filter, type Found } from './filter.js'
import { GrowingList } from './growing-list.js'
import { KINDS } from './plots.js'
import { statementsHash } from './route.js'
import { statementRow } from './statement-row.js'
import type { View } from './view.js'
import { doubtAbout, KIND_NAMES, NUMBER_NAMES, percent, STANDING_NAMES } from './words.js'

const MOST_OFFERED = 8

/** All statements, and the filter that chooses among them. `keep` is called with the address of what is shown. */
export function statementsView(corpus: Corpus, from: Filter, keep: (hash: string) => void): View {
  let filter = from
  const list = new GrowingList('Statements', (said: Parameters<typeof statementRow>[0]) => statementRow(said))
  const status = element('p', { class: 'status', role: 'status' })
  const empty = element('p', { class: 'empty', hidden: true })
  const head = element('div', { class: 'about-speaker' })
  const search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search words, speakers, cues, titles',
    autocomplete: 'off',
    spellcheck: 'false',
    value: filter.text,
  })
  search.addEventListener('input', () => {
    change({ text: search.value })
  })
  const panel = filterPanel(corpus, (part) => {
    change(part)
  })
  const isWide = window.matchMedia('(min-width: 860px)')
  const clear = button({ class: 'quiet' }, () => {
    clearAll()
    search.focus()
  }, 'Clear all') // prettier-ignore
  const summary = element('summary', {}, 'Filters')
  const details = element('details', { class: 'filters' }, summary, panel.node)
  const fold = () => {
    details.open = isWide.matches
  }
  fold()
  isWide.addEventListener('change', fold)

  function change(part: Partial<Filter>): void {
    filter = { ...filter, ...part }
    keep(statementsHash(filter))
    update()
  }

  function clearAll(): void {
    search.value = ''
    panel.clear()
    change(NO_FILTER)
  }

  function update(): void {
    const found = find(corpus, filter)
    const all = corpus.statements.length
    status.textContent =
      found.statements.length === all
        ? counted(all, 'statement')
        : `${numberShown(found.statements.length)} of ${counted(all, 'statement')}`
    empty.hidden = found.statements.length > 0
    empty.textContent = all === 0 ? 'The records hold no statements.' : 'No statement passes all of the filter.'
    const chosen = partsChosen(filter)
    clear.hidden = chosen === 0
    summary.textContent = chosen === 0 ? 'Filters' : `Filters (${chosen})`
    const speaker = filter.speaker === null ? undefined : corpus.speakersByKey.get(filter.speaker)
    head.replaceChildren(...present(filter.speaker === null ? undefined : aboutSpeaker(speaker, () => { change({ speaker: null }) }))) // prettier-ignore
    panel.update(filter, found)
    list.show(found.statements)
  }

  update()
  const node = element(
    'div',
    { class: 'statements' },
    element('h1', { tabindex: -1 }, 'Statements'),
    element('div', { class: 'searching' }, element('label', { for: 'search', class: 'unseen' }, 'Search'), search),
    details,
    element(
      'div',
      { class: 'results' },
      head,
      element('div', { class: 'result-head' }, status, clear),
      empty,
      list.node,
    ),
  )
  return {
    title: 'Statements',
    node,
    search,
    list,
    move: (step) => {
      list.move(step)
    },
    escape: () => {
      if (document.activeElement === search && search.value !== '') {
        search.value = ''
        change({ text: '' })
        return true
      }
      if (partsChosen(filter) === 0 && !panel.isTyped()) return false
      clearAll()
      return true
    },
    gone: () => {
      isWide.removeEventListener('change', fold)
      list.close()
    },
  }
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value]
}

/** How many parts of the filter keep something out. */
function partsChosen(filter: Filter): number {
  return Object.keys(NO_FILTER).filter(
    (part) => JSON.stringify(filter[part as keyof Filter]) !== JSON.stringify(NO_FILTER[part as keyof Filter]),
  ).length
}

/** Who a list of one speaker's statements is of. */
function aboutSpeaker(speaker: CorpusSpeaker | undefined, all: () => void): HTMLElement {
  const everybody = button({ class: 'quiet' }, all, 'All speakers')
  if (speaker === undefined) {
    return element('div', { class: 'about' }, element('p', { class: 'empty' }, 'Nobody here has the name that the link asks for.'), everybody) // prettier-ignore
  }
  const days = speaker.statements.flatMap(({ article }) => article.article.day ?? []).sort()
  const [first, last] = [days.at(0), days.at(-1)]
  const articles = new Set(speaker.statements.map(({ article }) => article)).size
  const facts = [
    `${counted(speaker.statements.length, 'statement')} in ${counted(articles, 'article')}`,
    first === undefined || last === undefined
      ? 'undated'
      : first === last
        ? dayShown(first)
        : `${dayShown(first)} to ${dayShown(last)}`,
  ]
  const doubt = doubtAbout(speaker)
  return element(
    'div',
    { class: 'about' },
    element('div', {}, element('h2', {}, quoted(speaker.name)), everybody),
    speaker.roles.size === 0
      ? null
      : element('p', { class: 'role' }, quoted([...speaker.roles].slice(0, 4).join(', '))),
    element('p', { class: 'note' }, facts.join(' · ')),
    doubt === undefined ? null : element('p', { class: 'doubt' }, doubt),
  )
}

interface FilterPart {
  readonly node: HTMLElement
  /** The fields that somebody types in, of whose words the filter need not know. */
  readonly fields?: readonly HTMLInputElement[]
  /** Shows a filter and what each of its values would leave. */
  update(filter: Filter, found: Found): void
}

interface FilterPanel extends FilterPart {
  /** Whether something stands in a field. */
  isTyped(): boolean
  /** Empties the fields. */
  clear(): void
}

function filterPanel(corpus: Corpus, change: (part: Partial<Filter>) => void): FilterPanel {
  const facets = [
    facet('standings', 'Speaker is', STANDINGS, STANDING_NAMES, change),
    facet('acts', 'Act', ACTS, undefined, change),
    facet('kinds', 'Kind', KINDS, KIND_NAMES, change),
    facet('numbers', 'Numbers', NUMBERS, NUMBER_NAMES, change),
  ]
  const speakers = speakerFinder(corpus, change)
  const values = valueBounds(change)
  const confidence = confidenceSlider(change)
  const parts = [speakers, ...facets, values, confidence]
  const fields = parts.flatMap((part) => part.fields ?? [])
  return {
    node: element(
      'div',
      { class: 'filter-panel', role: 'group', 'aria-label': 'Filter' },
      ...parts.map(({ node }) => node),
    ),
    update(filter, found) {
      for (const part of parts) part.update(filter, found)
    },
    isTyped: () => fields.some(({ value }) => value !== ''),
    clear() {
      for (const field of fields) {
        field.value = ''
        field.removeAttribute('aria-invalid')
      }
    },
  }
}

/** Boxes to tick, each with the number of statements that it would leave. */
function facet<Name extends Facet>(
  name: Name,
  title: string,
  values: readonly Filter[Name][number][],
  names: { readonly [value: string]: string } | undefined,
  change: (part: Partial<Filter>) => void,
): FilterPart {
  const rows = values.map((value) => {
    const box = element('input', { type: 'checkbox', value })
    const count = element('span', { class: 'tally' })
    const row = element('label', {}, box, element('span', {}, names?.[value] ?? value), count)
    return { value, box, count, row }
  })
  for (const { box } of rows) {
    box.addEventListener('change', () => {
      change({ [name]: rows.filter((row) => row.box.checked).map((row) => row.value) })
    })
  }
  return {
    node: element('fieldset', {}, element('legend', {}, title), ...rows.map(({ row }) => row)),
    update(filter, { counts }) {
      const chosen: readonly string[] = filter[name]
      for (const { value, box, count, row } of rows) {
        const left = counts[name].get(value) ?? 0
        box.checked = chosen.includes(value)
        count.textContent = numberShown(left)
        row.classList.toggle('none', left === 0)
      }
    },
  }
}

/** A field that offers the speakers whose name has what is typed. */
function speakerFinder(corpus: Corpus, change: (part: Partial<Filter>) => void): FilterPart {
  const named = corpus.speakers
    .filter(({ standing }) => standing === 'named')
    .map((speaker) => ({ speaker, searched: folded(speaker.name) }))
  const field = element('input', { type: 'search', id: 'speaker', placeholder: 'Find a name', autocomplete: 'off' })
  const offers = element('ul', { class: 'offers' })
  const note = element('p', { class: 'note', role: 'status' })
  let chosen: string | null = null
  let left: ReadonlyMap<string, number> = new Map()
  const leftOf = ({ key }: CorpusSpeaker): number => left.get(key) ?? 0
  const offer = () => {
    const typed = folded(field.value.trim())
    const found = named
      .filter(({ searched }) => searched.includes(typed))
      .sort((a, b) => leftOf(b.speaker) - leftOf(a.speaker))
    offers.replaceChildren(
      ...found.slice(0, MOST_OFFERED).map(({ speaker }, index) => {
        const pressed = speaker.key === chosen
        const press = () => {
          change({ speaker: pressed ? null : speaker.key })
          // The button that was pressed has been drawn anew, at its place: choosing a speaker changes no figure here.
          offers.querySelectorAll('button').item(index).focus()
        }
        const tally = element('span', { class: 'tally' }, numberShown(leftOf(speaker)))
        return element('li', {}, button({ 'aria-pressed': String(pressed) }, press, quoted(speaker.name), tally))
      }),
    )
    const more = found.length - MOST_OFFERED
    note.textContent = found.length === 0 ? 'No such name.' : more > 0 ? `and ${counted(more, 'other')}` : ''
  }
  field.addEventListener('input', offer)
  return {
    node: element('fieldset', {}, element('legend', {}, 'Speaker'), element('label', { for: 'speaker', class: 'unseen' }, 'Find a speaker'), field, offers, note), // prettier-ignore
    fields: [field],
    update({ speaker }, { counts }) {
      chosen = speaker
      left = counts.speakers
      offer()
    },
  }
}

/** Two fields for the least and the greatest value of a number. */
function valueBounds(change: (part: Partial<Filter>) => void): FilterPart {
  const bound = (id: 'least' | 'greatest', label: string) => {
    const field = element('input', { id, inputmode: 'decimal', autocomplete: 'off', placeholder: 'any' })
    field.addEventListener('input', () => {
      const number = numberOf(field.value)
      field.setAttribute('aria-invalid', String(number === null && field.value.trim() !== ''))
      change({ [id]: number })
    })
    return { field, node: element('label', { for: id }, label, field) }
  }
  const bounds: { readonly [name in 'least' | 'greatest']: ReturnType<typeof bound> } = {
    least: bound('least', 'from'),
    greatest: bound('greatest', 'to'),
  }
  const { least, greatest } = bounds
  return {
    node: element('fieldset', { class: 'bounds' }, element('legend', {}, 'A number'), least.node, greatest.node),
    fields: [least.field, greatest.field],
    update(filter) {
      for (const name of ['least', 'greatest'] as const) {
        const { field } = bounds[name]
        // What somebody is typing is left as it is.
        if (numberOf(field.value) !== filter[name]) field.value = filter[name]?.toString() ?? ''
      }
    },
  }
}

function confidenceSlider(change: (part: Partial<Filter>) => void): FilterPart {
  const slider = element('input', { type: 'range', id: 'confidence', min: 0, max: 1, step: 0.05 })
  const shown: Child & HTMLElement = element('output', { for: 'confidence' })
  slider.addEventListener('input', () => {
    change({ confidence: Number(slider.value) })
  })
  return {
    node: element('fieldset', {}, element('legend', {}, 'Confidence'), element('label', { for: 'confidence', class: 'slider' }, 'at least', shown), slider), // prettier-ignore
    update({ confidence }) {
      slider.value = String(confidence)
      shown.textContent = percent(confidence)
    },
  }
}
