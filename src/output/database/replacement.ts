/** What cannot be held stands as this: one code point and one code unit, as what it replaces, so that offsets stay right. */
export const REPLACEMENT = '\ufffd'

/** What some formats cannot hold in a text. */
export const UNSTORABLE = {
  'U+0000': '\0',
  'a lone surrogate': '\\p{Cs}',
} as const

export type Unstorable = keyof typeof UNSTORABLE

/** Replaces in texts what a format cannot hold, and counts it. */
export class Replacer {
  readonly #pattern: RegExp
  readonly #counts = new Map<Unstorable, number>()

  constructor(unstorable: readonly Unstorable[]) {
    this.#pattern = new RegExp(unstorable.map((name) => UNSTORABLE[name]).join('|'), 'gu')
  }

  /** `text` as the format can hold it. */
  clean(text: string): string {
    // Nearly every text has none, and this is told without looking for pairs.
    if (!SUSPECT.test(text)) return text
    return text.replace(this.#pattern, (found) => {
      const name = found === '\0' ? 'U+0000' : 'a lone surrogate'
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
      return REPLACEMENT
    })
  }

  /** A line for each that was replaced since the last call. */
  told(): string[] {
    const lines = [...this.#counts].map(
      ([name, count]) => `${name} cannot be stored here: U+FFFD stands for it, ${count === 1 ? 'once' : `${count} times`}`,
    )
    this.#counts.clear()
    return lines
  }
}

 
const SUSPECT = /[\0\ud800-\udfff]/
