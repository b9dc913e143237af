import { folded, type Corpus, type CorpusArticle } from './corpus.js'
import { counted, dayShown, element, link, numberShown, quoted } from './dom.js'
import { GrowingList } from './growing-list.js'
import { articleHash, articlesHash } from './route.js'
import type { View } from './view.js'

/** All articles, newest first, and a field to search among them. */
export function articlesView(corpus: Corpus, text: string, keep: (hash: string) => void): View {
  const list = new GrowingList('Articles', articleRow)
  const status = element('p', { class: 'status', role: 'status' })
  const empty = element('p', { class: 'empty', hidden: true })
  const search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search titles, publishers, ids',
    autocomplete: 'off',
    value: text,
  })
  // Those without a date come last.
  const sorted = [...corpus.articles]
    .sort((a, b) => ((a.article.day ?? '') < (b.article.day ?? '') ? 1 : a.article.day === b.article.day ? 0 : -1))
    .map((article) => {
      const { meta, id } = article.article
      return { article, searched: folded([article.title, meta.publisher, meta.author, id].join('\n')) }
    })

  function update(): void {
    const words = folded(search.value).split(/\s+/)
    const found = sorted.filter(({ searched }) => words.every((word) => searched.includes(word)))
    status.textContent =
      found.length === sorted.length
        ? counted(sorted.length, 'article')
        : `${numberShown(found.length)} of ${counted(sorted.length, 'article')}`
    empty.hidden = found.length > 0
    empty.textContent = sorted.length === 0 ? 'The records hold no articles.' : 'No article has all of these words.'
    list.show(found.map(({ article }) => article))
  }

  search.addEventListener('input', () => {
    keep(articlesHash(search.value))
    update()
  })
  update()
  return {
    title: 'Articles',
    node: element(
      'div',
      { class: 'articles' },
      element('h1', { tabindex: -1 }, 'Articles'),
      element('div', { class: 'searching' }, element('label', { for: 'search', class: 'unseen' }, 'Search'), search),
      status,
      empty,
      list.node,
    ),
    search,
    list,
    move: (step) => {
      list.move(step)
    },
    escape: () => {
      if (search.value === '') return false
      search.value = ''
      keep(articlesHash())
      update()
      return true
    },
    gone: () => {
      list.close()
    },
  }
}

function articleRow({ key, title, article, statements }: CorpusArticle): HTMLLIElement {
  const { meta, day } = article
  const facts = [meta.publisher, meta.author].filter((fact) => fact !== undefined)
  return element(
    'li',
    { class: 'row' },
    link(articleHash(key), { class: 'article-link', 'data-main': true }, quoted(title)),
    element(
      'div',
      { class: 'row-foot' },
      element('span', {}, day === undefined ? 'undated' : dayShown(day)),
      ...facts.map((fact) => element('span', {}, quoted(fact))),
      element('span', {}, counted(statements.length, 'statement')),
    ),
  )
}
