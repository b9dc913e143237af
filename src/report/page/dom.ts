export type Child = Node | string | null | undefined
type Attributes = { readonly [name: string]: string | number | boolean | undefined }

/**
 * An element with attributes and children. Strings become text nodes: no markup is ever made of them. An attribute that is false or
 * undefined is left out, one that is true is empty.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value))
  }
  made.append(...children.filter((child) => child !== null && child !== undefined))
  return made
}

/** Text from the records: whichever way it reads, what stands around it keeps its place. */
export function quoted(text: string): HTMLElement {
  return element('bdi', {}, text)
}

/** A link to another state of the page. */
export function link(hash: string, attributes: Attributes, ...children: readonly Child[]): HTMLAnchorElement {
  return element('a', { href: hash, ...attributes }, ...children)
}

/** A button that does something when pressed by pointer or keyboard. */
export function button(attributes: Attributes, press: () => void, ...children: readonly Child[]): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children)
  made.addEventListener('click', press)
  return made
}

/** Made once: a formatter takes longer to make than to use. */
const NUMBERS = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })
const DAYS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "2,340". */
export function numberShown(value: number): string {
  return NUMBERS.format(value)
}

/** "1 statement", "2,340 statements". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${numberShown(count)} ${count === 1 ? noun : plural}`
}

/** "17 January 2022" for `2022-01-17`. */
export function dayShown(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return DAYS.format(date)
}
