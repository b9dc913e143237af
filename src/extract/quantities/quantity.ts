import type { Quantity } from '../../record/record.js'

/** A quantity before it has an id: its place in tokens and in the text, and what it says. */
export interface FoundQuantity {
  /** Tokens that it lies in, the last one included. */
  readonly first: number
  readonly last: number
  /** Half-open, in UTF-16 code units; it may begin or end within a token. */
  readonly start: number
  readonly end: number
  readonly kind: Quantity['kind']
  readonly value: number | null
  readonly low?: number
  readonly high?: number
  readonly comparator: Quantity['comparator']
  readonly direction?: 'up' | 'down'
  readonly unit?: string
  readonly currency?: string
  readonly negated?: true
  readonly modality?: string
}
