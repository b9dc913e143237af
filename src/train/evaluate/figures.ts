/** Precision, recall and their harmonic mean, in percent with one decimal; 0 where there is nothing to divide by. */
export interface PrecisionRecall {
  /** Precision: the share of what was predicted that is right. */
  readonly p: number
  /** Recall: the share of the gold that was found. */
  readonly r: number
  readonly f1: number
  /** How many the gold has. */
  readonly gold: number
  readonly predicted: number
}

/** Counts what was found rightly, predicted wrongly and missed. */
export class Tally {
  found = 0
  extra = 0
  missed = 0

  figures(): PrecisionRecall {
    const { found, extra, missed } = this
    const precision = share(found, found + extra)
    const recall = share(found, found + missed)
    const f1 = share(2 * precision * recall, precision + recall)
    return {
      p: percent(precision),
      r: percent(recall),
      f1: percent(f1),
      gold: found + missed,
      predicted: found + extra,
    }
  }
}

/** The figures of several tallies under the same names. */
export function figuresOf<Name extends string>(tallies: Readonly<Record<Name, Tally>>): Record<Name, PrecisionRecall> {
  const entries = Object.entries<Tally>(tallies).map(([name, tally]) => [name, tally.figures()])
  return Object.fromEntries(entries) as Record<Name, PrecisionRecall>
}

/** `part / whole` in percent with one decimal; 0 where there is no whole. */
export function percentOf(part: number, whole: number): number {
  return percent(share(part, whole))
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

function percent(fraction: number): number {
  return Math.round(fraction * 1000) / 10
}
