import type { ListPlace } from './growing-list.js'

/** One of the things that the page shows, and how it answers keys. */
export interface View {
  /** For the window's title and for those who do not see the page. */
  readonly title: string
  readonly node: HTMLElement
  /** Called once the node is in the page. */
  readonly shown?: () => void
  /** To the next statement, or to the one before for -1. */
  readonly move?: (step: 1 | -1) => void
  /** The list that is shown, and where in it somebody is, to come back to. */
  readonly list?: { place(): ListPlace; goBackTo(place: ListPlace): void }
  /** The field that `/` goes to. */
  readonly search?: HTMLElement
  /** What Escape closes first; false where nothing was open. */
  readonly escape?: () => boolean
  /** Called when the node leaves the page. */
  readonly gone?: () => void
}
