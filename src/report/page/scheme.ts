import { button } from './dom.js'

type Scheme = 'dark' | 'light'

const KEY = 'hearsay-scheme'

/**
 * Turns the page dark or light, whichever it is not. At first it is as the switch was left when a page was open here before, else as the
 * system is.
 */
export function schemeSwitch(): HTMLElement {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  let chosen = keptScheme()
  const isDark = () => (chosen ?? (dark.matches ? 'dark' : 'light')) === 'dark'
  const made = button({ class: 'quiet scheme' }, () => {
    chosen = isDark() ? 'light' : 'dark'
    keepScheme(chosen)
    show()
  }, '') // prettier-ignore
  const show = () => {
    if (chosen !== undefined) document.documentElement.dataset.scheme = chosen
    made.textContent = isDark() ? 'Light' : 'Dark'
    made.setAttribute('aria-label', `Switch to ${isDark() ? 'light' : 'dark'} colours`)
  }
  dark.addEventListener('change', show)
  show()
  return made
}

/** The scheme that was chosen before. Storage may be refused, and other pages may use it: then nothing was. */
function keptScheme(): Scheme | undefined {
  try {
    const kept = window.localStorage.getItem(KEY)
    return kept === 'dark' || kept === 'light' ? kept : undefined
  } catch {
    return undefined
  }
}

function keepScheme(scheme: Scheme): void {
  try {
    window.localStorage.setItem(KEY, scheme)
  } catch {
    // Where a browser keeps nothing for a page, such as a file opened in some of them, the choice holds until it is closed.
  }
}
