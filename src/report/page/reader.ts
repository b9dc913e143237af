import { paragraphsOf, type Corpus, type CorpusArticle, type CorpusStatement } from './corpus.js'
import { statementDetails } from './details.js'
import { button, counted, dayShown, element, link, quoted, type Child } from './dom.js'
import { depthsOf, piecesOf, type Piece } from './highlights.js'
import { marksOf } from './hues.js'
import { articleHash, articlesHash } from './route.js'
import { speakerLink, statementRow } from './statement-row.js'
import type { View } from './view.js'
import { KIND_NAMES, nameOf } from './words.js'

/** Where the statement that is selected shows, and what selects it. */
interface Shown {
  /** What has the focus when it is selected by keyboard. */
  readonly handle: HTMLElement
  readonly contents: HTMLElement[]
  readonly sources: HTMLElement[]
  readonly cues: HTMLElement[]
}

/** One article with its statements; `statement` is the id of the one to select at first. `keep` is called with the address of what is selected. */
export function reader(
  corpus: Corpus,
  article: CorpusArticle,
  statement: string | null,
  keep: (hash: string) => void,
): View & { readonly select: (id: string | null) => void } {
  const markOf = marksOf(article.statements)
  const shown = new Map<string, Shown>()
  const byId = new Map(article.statements.map((said) => [said.statement.id, said]))
  let selected: string | null = null

  const panel = element('aside', { class: 'details', 'aria-label': 'Selected statement', hidden: true })
  const { text, wraps = [] } = article.article
  const body =
    text === undefined
      ? statementList(article, shown)
      : element(
          'div',
          { class: wraps.length === 0 ? 'text' : 'text wrapped' },
          ...paragraphs(article, text, markOf, shown),
        )
  body.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || window.getSelection()?.isCollapsed === false) return
    const id = event.target.closest('[data-statement]')?.getAttribute('data-statement')
    if (id === null || id === undefined || event.target.closest('a.speaker') !== null) return
    event.preventDefault()
    select(id)
  })

  function select(id: string | null, withFocus = false): void {
    for (const [name, on] of [
      [selected, false],
      [id, true],
    ] as const) {
      const places = name === null ? undefined : shown.get(name)
      for (const part of ['contents', 'sources', 'cues'] as const) {
        for (const each of places?.[part] ?? []) each.classList.toggle(`selected-${part}`, on)
      }
      places?.handle.setAttribute('aria-current', String(on))
    }
    selected = id
    const said = id === null ? undefined : byId.get(id)
    panel.hidden = said === undefined
    panel.replaceChildren()
    if (said === undefined) {
      keep(articleHash(article.key))
      return
    }
    const position = article.statements.indexOf(said) + 1
    panel.append(
      element(
        'div',
        { class: 'details-bar' },
        element('span', {}, `Statement ${position} of ${article.statements.length}`),
        button({ class: 'quiet', 'aria-label': 'Previous statement', title: 'Previous (k)' }, () => { move(-1) }, '↑'), // prettier-ignore
        button({ class: 'quiet', 'aria-label': 'Next statement', title: 'Next (j)' }, () => { move(1) }, '↓'), // prettier-ignore
        button({ class: 'quiet', 'aria-label': 'Close', title: 'Close (Escape)' }, () => { close() }, '×'), // prettier-ignore
      ),
      ...statementDetails(said, markOf(said.speaker)),
    )
    panel.scrollTop = 0
    keep(articleHash(article.key, said.statement.id))
    const { handle } = shown.get(said.statement.id)!
    if (withFocus) handle.focus({ preventScroll: true })
    bringIntoView(handle)
  }

  function move(step: 1 | -1): void {
    const last = article.statements.length - 1
    const at = article.statements.findIndex(({ statement: { id } }) => id === selected)
    const next = at < 0 ? (step === 1 ? 0 : last) : Math.min(Math.max(at + step, 0), last)
    if (last >= 0) select(article.statements[next].statement.id, true)
  }

  function close(): void {
    const handle = selected === null ? undefined : shown.get(selected)?.handle
    select(null)
    handle?.focus({ preventScroll: true })
  }

  return {
    title: article.title,
    node: element(
      'div',
      { class: 'reader' },
      heading(corpus, article),
      legend(article, markOf),
      element('article', { class: 'article' }, ...notes(article), body),
      panel,
    ),
    move,
    select,
    shown: () => {
      if (statement !== null) select(statement, true)
    },
    escape: () => {
      if (selected === null) return false
      close()
      return true
    },
  }
}

/** Scrolls where there is little to see of what follows. */
function bringIntoView(handle: HTMLElement): void {
  const { top } = handle.getBoundingClientRect()
  if (top < window.innerHeight * 0.12 || top > window.innerHeight * 0.42) handle.scrollIntoView({ block: 'center' })
}

function heading(corpus: Corpus, article: CorpusArticle): HTMLElement {
  const { meta, day, uri, id } = article.article
  const at = corpus.articles.indexOf(article)
  const source = safeUri(uri)
  const facts: Child[] = [
    day === undefined ? 'undated' : dayShown(day),
    ...[meta.publisher, meta.author].flatMap((fact) => (fact === undefined ? [] : [quoted(fact)])),
    counted(article.statements.length, 'statement'),
    ...(source === undefined
      ? []
      : [element('a', { href: source, rel: 'noopener noreferrer', target: '_blank' }, 'original')]),
    element('span', { class: 'id' }, quoted(id)),
  ]
  const neighbour = (index: number, name: string) => {
    const other = corpus.articles.at(index)
    return index < 0 || other === undefined ? null : link(articleHash(other.key), { title: other.title }, name)
  }
  return element(
    'div',
    { class: 'reader-head' },
    element(
      'nav',
      { class: 'crumbs', 'aria-label': 'Articles' },
      link(articlesHash(), {}, 'All articles'),
      neighbour(at - 1, 'Previous'),
      neighbour(at + 1, 'Next'),
    ),
    element('h1', { tabindex: -1 }, quoted(article.title)),
    element('p', { class: 'facts' }, ...facts.map((fact) => element('span', {}, fact))),
  )
}

/** An address that a click may follow; nothing that could run is one. */
function safeUri(uri: string | undefined): string | undefined {
  if (uri === undefined || !URL.canParse(uri)) return undefined
  const { protocol, href } = new URL(uri)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

/** The speakers of the article with their marks. */
function legend(article: CorpusArticle, markOf: ReturnType<typeof marksOf>): HTMLElement {
  const counts = new Map<CorpusStatement['speaker'], number>()
  let unknown = 0
  for (const { speaker } of article.statements) {
    if (speaker === null || speaker.standing === 'unresolved') unknown++
    else counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  }
  const item = (mark: { readonly hue: string; readonly letters: string }, name: Child, count: number) =>
    element(
      'li',
      {},
      element('span', { class: `tag ${mark.hue}`, 'aria-hidden': 'true' }, mark.letters),
      element('span', {}, name),
      element('span', { class: 'tally' }, String(count)),
    )
  return element(
    'section',
    { class: 'speakers', hidden: article.statements.length === 0 },
    element('h2', {}, 'Speakers'),
    element(
      'ul',
      {},
      ...[...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([speaker, count]) => item(markOf(speaker), speakerLink(speaker), count)),
      unknown === 0 ? null : item(markOf(null), 'Not known', unknown),
    ),
    article.article.text === undefined
      ? null
      : element(
          'p',
          { class: 'key' },
          element('span', { class: 'sample direct' }, 'direct'),
          element('span', { class: 'sample mixed' }, 'partly'),
          element('span', { class: 'sample indirect' }, 'paraphrase'),
          element('span', { class: 'sample source' }, 'source'),
          element('span', { class: 'sample cue' }, 'cue'),
        ),
  )
}

function notes({ article, statements }: CorpusArticle): HTMLElement[] {
  return [
    ...(article.text === undefined && statements.length > 0
      ? [element('p', { class: 'note' }, 'The text of this article is not in the report; these are its statements.')]
      : []),
    ...(statements.length === 0 ? [element('p', { class: 'empty' }, 'No statements were found in this article.')] : []),
    ...article.diagnostics
      .filter(({ severity }) => severity !== 'info')
      .slice(0, 5)
      .map(({ message }) => element('p', { class: 'doubt' }, quoted(message))),
  ]
}

/** The statements in the order of the text, those within another one indented. */
function statementList(article: CorpusArticle, shown: Map<string, Shown>): HTMLElement {
  const depths = depthsOf(article.statements.map(({ statement }) => statement))
  return element(
    'ol',
    { class: 'list' },
    ...article.statements.map((said) => {
      const row = statementRow(said, false)
      row.classList.add(`depth-${Math.min(depths.get(said.statement)!, 3)}`)
      const handle = row.querySelector<HTMLElement>('[data-main]')!
      shown.set(said.statement.id, { handle, contents: [row], sources: [], cues: [] })
      return row
    }),
  )
}

/** What drawing a text needs to know of the statements. */
interface Drawing {
  readonly text: string
  readonly hueOf: (statement: CorpusStatement['statement']) => string
  readonly shown: ReadonlyMap<string, Shown>
}

/** The text by its paragraphs, cut into pieces with the same statements. */
function paragraphs(
  article: CorpusArticle,
  text: string,
  markOf: ReturnType<typeof marksOf>,
  shown: Map<string, Shown>,
): HTMLElement[] {
  const byStatement = new Map(article.statements.map((said) => [said.statement, said]))
  for (const { statement, speaker } of article.statements) {
    const { hue, letters } = markOf(speaker)
    const label = `${letters}, ${nameOf(speaker)}: ${statement.act}, ${KIND_NAMES[statement.kind]}`
    const attributes = { type: 'button', class: `tag ${hue}`, 'data-statement': statement.id, 'aria-label': label }
    shown.set(statement.id, { handle: element('button', attributes, letters), contents: [], sources: [], cues: [] })
  }
  const hueOf = (statement: CorpusStatement['statement']) => markOf(byStatement.get(statement)!.speaker).hue
  const drawing = { text, hueOf, shown }
  const drawn: HTMLElement[] = []
  for (const { start, end } of paragraphsOf(text, article.article.wraps ?? [])) {
    const here = [...byStatement.keys()].filter((statement) => touches(statement, start, end))
    drawn.push(element('p', {}, ...piecesOf(here, start, end).flatMap((piece) => pieceNodes(piece, drawing))))
  }
  return drawn
}

function touches({ content, source, cue }: CorpusStatement['statement'], start: number, end: number): boolean {
  return [...content, ...(source === null ? [] : [source]), ...(cue === null ? [] : [cue])].some(
    (span) => span.start < end && span.end > start,
  )
}

/** A piece, and before it the handle of each statement whose content begins with it. */
function pieceNodes({ start, end, contents, sources, cues }: Piece, { text, hueOf, shown }: Drawing): Child[] {
  const words = text.slice(start, end)
  const owner = [...contents.slice(-1), ...sources, ...cues].at(0)
  if (owner === undefined) return [words]
  const [outer, inner] = contents.length > 1 ? contents.slice(-2) : [undefined, contents.at(0)]
  const classes = [
    'piece',
    ...(inner === undefined ? [] : ['content', inner.kind, hueOf(inner)]),
    ...(outer === undefined ? [] : ['nested', `outer-${hueOf(outer)}`]),
    ...(sources.length > 0 ? ['source'] : []),
    ...(cues.length > 0 ? ['cue'] : []),
  ]
  const node = element('span', { class: classes.join(' '), 'data-statement': owner.id }, words)
  const handles: HTMLElement[] = []
  for (const { id } of contents) {
    const { handle, contents: pieces } = shown.get(id)!
    if (pieces.length === 0) handles.push(handle)
    pieces.push(node)
  }
  for (const { id } of sources) shown.get(id)!.sources.push(node)
  for (const { id } of cues) shown.get(id)!.cues.push(node)
  return [...handles, node]
}
