import { button, element, counted } from './dom.js'

const BATCH = 25

/** Where somebody was in a list. */
export interface ListPlace {
  /** Of the item that had the focus, from 0; -1 where none had. */
  readonly index: number
  /** How many items were drawn. */
  readonly drawn: number
  /** How far the window was scrolled, in pixels. */
  readonly scroll: number
}

/**
 * A list that draws its first items and then more as its end comes into view, by scrolling or by key: tens of thousands of items cost no
 * more than those that somebody looks at.
 */
export class GrowingList<Item> {
  readonly node: HTMLElement
  readonly #list: HTMLOListElement
  readonly #more: HTMLButtonElement
  readonly #draw: (item: Item) => HTMLLIElement
  readonly #observer: IntersectionObserver
  #items: readonly Item[] = []

  constructor(label: string, draw: (item: Item) => HTMLLIElement) {
    this.#draw = draw
    this.#list = element('ol', { class: 'list', 'aria-label': label })
    this.#more = button({ class: 'quiet more' }, () => {
      const before = this.#list.children.length
      this.grow()
      this.focus(before)
    })
    this.node = element('div', { class: 'growing' }, this.#list, this.#more)
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.grow()
      },
      { rootMargin: '600px' },
    )
    this.#observer.observe(this.#more)
  }

  /** Shows other items, from the first on. */
  show(items: readonly Item[]): void {
    this.#items = items
    this.#list.replaceChildren()
    this.grow()
  }

  grow(): void {
    const from = this.#list.children.length
    this.#list.append(...this.#items.slice(from, from + BATCH).map(this.#draw))
    const left = this.#items.length - this.#list.children.length
    this.#more.hidden = left === 0
    this.#more.textContent = `Show more (${counted(left, 'left', 'left')})`
    // An observer tells of changes alone: where the end is still in view, it is asked anew.
    this.#observer.unobserve(this.#more)
    this.#observer.observe(this.#more)
  }

  /** Focuses the main link of the next item, or of the one before. */
  move(step: 1 | -1): void {
    const index = this.#focused()
    this.focus(index < 0 ? 0 : Math.max(0, index + step))
  }

  place(): ListPlace {
    return { index: this.#focused(), drawn: this.#list.children.length, scroll: window.scrollY }
  }

  /** Shows the same items as before from where somebody left them. */
  goBackTo({ index, drawn, scroll }: ListPlace): void {
    while (this.#list.children.length < Math.min(drawn, this.#items.length)) this.grow()
    window.scrollTo(0, scroll)
    if (index >= 0) this.focus(index)
  }

  #focused(): number {
    const here = document.activeElement?.closest('li')
    return here?.parentElement === this.#list ? [...this.#list.children].indexOf(here) : -1
  }

  focus(index: number): void {
    if (index >= this.#list.children.length) this.grow()
    const link = this.#list.children.item(index)?.querySelector<HTMLElement>('[data-main]')
    link?.focus({ preventScroll: true })
    link?.closest('li')?.scrollIntoView({ block: 'nearest' })
  }

  /** Stops watching: the list has left the page. */
  close(): void {
    this.#observer.disconnect()
  }
}
