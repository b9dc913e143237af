/** The script of the page: reads the records that stand in it, and shows what the address asks for. */
import type { ReportData } from '../data.js'
import { articlesView } from './articles.js'
import { corpusOf, type Corpus } from './corpus.js'
import { button, element, link } from './dom.js'
import type { ListPlace } from './growing-list.js'
import { overview } from './overview.js'
import { reader } from './reader.js'
import { articlesHash, routeOf, statementsHash, type Route } from './route.js'
import { schemeSwitch } from './scheme.js'
import { statementsView } from './statements.js'
import type { View } from './view.js'

const data = document.querySelector('#data')!
const corpus = corpusOf(JSON.parse(data.textContent) as ReportData)
// The text of the records is not needed twice.
data.remove()

const main = element('main', { id: 'main' })
const tabs = {
  overview: link('#overview', {}, 'Overview'),
  statements: link(statementsHash({}), {}, 'Statements'),
  articles: link(articlesHash(), {}, 'Articles'),
}
const skip = button({ class: 'skip' }, () => main.querySelector('h1')?.focus(), 'Skip to the content')
document.body.replaceChildren(
  skip,
  element(
    'header',
    {},
    element('span', { class: 'brand' }, 'Hearsay'),
    element('nav', { 'aria-label': 'Views' }, ...Object.values(tabs)),
    schemeSwitch(),
  ),
  main,
  element('footer', {}, element('p', {}, ...keysShown())),
)

let view: View & { readonly select?: (id: string | null) => void } = { title: '', node: element('div') }
let route: Route | undefined
/** The address of the list that an article was come to from, and the place in it. */
let left: { readonly hash: string; readonly place?: ListPlace } = { hash: statementsHash({}) }
/** The address of what is shown now. */
let addressKept = window.location.hash

window.addEventListener('hashchange', () => {
  show(routeOf(window.location.hash))
})
document.addEventListener('keydown', onKey)
show(routeOf(window.location.hash), true)

function show(next: Route, isFirst = false): void {
  if (next.view === 'article' && route?.view === 'article' && next.key === route.key && view.select) {
    view.select(next.statement)
    return
  }
  const before = route?.view
  if (view.list) left = { hash: addressKept, place: view.list.place() }
  view.gone?.()
  route = next
  addressKept = window.location.hash
  view = viewOf(corpus, next)
  for (const [name, tab] of Object.entries(tabs)) {
    const isCurrent = name === next.view || (name === 'articles' && next.view === 'article')
    if (isCurrent) tab.setAttribute('aria-current', 'page')
    else tab.removeAttribute('aria-current')
  }
  document.title = `${view.title} · ${corpus.title}`
  main.className = `view-${next.view}`
  main.replaceChildren(view.node)
  window.scrollTo(0, 0)
  // Who does not see the page is told where the link led.
  const back = before === 'article' && left.hash === addressKept ? left.place : undefined
  if (!isFirst) main.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  view.shown?.()
  if (back) view.list?.goBackTo(back)
}

function viewOf(corpus: Corpus, next: Route): typeof view {
  switch (next.view) {
    case 'overview':
      return overview(corpus)
    case 'statements':
      return statementsView(corpus, next.filter, keep)
    case 'articles':
      return articlesView(corpus, next.text, keep)
    case 'article': {
      const article = corpus.articlesByKey.get(next.key)
      return article === undefined ? notHere() : reader(corpus, article, next.statement, keep)
    }
  }
}

function notHere(): View {
  const node = element(
    'div',
    {},
    element('h1', { tabindex: -1 }, 'Not in this report'),
    element('p', { class: 'empty' }, 'The link leads to an article that this report does not have.'),
    element('p', {}, link(articlesHash(), {}, 'See all articles')),
  )
  return { title: 'Not in this report', node }
}

/** Puts what is shown into the address, without a step for the button that goes back. */
function keep(hash: string): void {
  window.history.replaceState(null, '', hash)
  addressKept = window.location.hash
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  const target = event.target instanceof HTMLElement ? event.target : document.body
  const isTyping = target.matches('input:not([type=checkbox], [type=range]), textarea')
  const isSlider = target.matches('input[type=range]')
  if (event.key === 'Escape') escape(target)
  else if (isTyping && !(event.key === 'ArrowDown' && target === view.search)) return
  else if (event.key === '/' && view.search) view.search.focus()
  else if (event.key === 'j' || (event.key === 'ArrowDown' && !isSlider && isInList(target))) view.move?.(1)
  else if (event.key === 'k' || (event.key === 'ArrowUp' && !isSlider && isInList(target))) view.move?.(-1)
  else return
  event.preventDefault()
}

/** Elsewhere the arrows scroll, as on any page. */
function isInList(target: HTMLElement): boolean {
  return target === view.search || target.matches('[data-main], .text .tag')
}

/** Closes what is open, else clears what was asked for, else goes back to the list. */
function escape(target: HTMLElement): void {
  if (view.escape?.() === true) return
  if (target === view.search) target.blur()
  else if (route?.view === 'article') window.location.hash = left.hash
}

function keysShown(): (string | HTMLElement)[] {
  const key = (name: string) => element('kbd', {}, name)
  return [key('j'), ' ', key('k'), ' next and previous statement · ', key('/'), ' search · ', key('Esc'), ' back'] // prettier-ignore
}
