/** Shows the first examples of each kind of miss, so that the largest classes of error can be read. */
export class Misses {
  private readonly shown = new Map<string, number>()

  /** Shows at most `limit` examples of a kind through `write`, which is given article text as it is, line breaks and all. */
  constructor(
    private readonly limit: number,
    private readonly write: (line: string) => void,
  ) {}

  add(kind: string, article: string, example: string): void {
    const shown = this.shown.get(kind) ?? 0
    if (shown >= this.limit) return
    this.shown.set(kind, shown + 1)
    this.write(`${kind}: ${article}: ${example}`)
  }
}
