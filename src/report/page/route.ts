import { filterOf, parametersOf, type Filter } from './filter.js'

/** What the page shows. Every state has an address, the part of the link behind `#`, so that it can be kept and passed on. */
export type Route =
  | { readonly view: 'overview' }
  | { readonly view: 'statements'; readonly filter: Filter }
  | { readonly view: 'articles'; readonly text: string }
  /** `key` is an article's; `statement` the id of one of its statements. */
  | { readonly view: 'article'; readonly key: string; readonly statement: string | null }

/** What an address asks for; the overview where it asks for nothing that there is. */
export function routeOf(hash: string): Route {
  const [view, query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s)
  const parameters = new URLSearchParams(query)
  switch (view) {
    case 'statements':
      return { view, filter: filterOf(parameters) }
    case 'articles':
      return { view, text: parameters.get('text') ?? '' }
    case 'article':
      return { view, key: parameters.get('id') ?? '', statement: parameters.get('statement') }
    default:
      return { view: 'overview' }
  }
}

/** The address of the statements that a filter lets pass. */
export function statementsHash(filter: Partial<Filter>): string {
  return withParameters('#statements', parametersOf(filter))
}

/** The address of the articles whose title, publisher or author has these words. */
export function articlesHash(text = ''): string {
  return withParameters('#articles', new URLSearchParams(text === '' ? [] : [['text', text]]))
}

/** The address of an article, or of one of its statements. */
export function articleHash(key: string, statement?: string): string {
  const parameters = [['id', key], ...(statement === undefined ? [] : [['statement', statement]])]
  return withParameters('#article', new URLSearchParams(parameters))
}

function withParameters(view: string, parameters: URLSearchParams): string {
  const query = parameters.toString()
  return query === '' ? view : `${view}?${query}`
}
