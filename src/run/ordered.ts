import PQueue from 'p-queue'

export interface OrderedOptions {
  /** How many are worked on at a time. */
  readonly concurrency: number
  /** How many there may be at most: being read, waiting, worked on, done and waiting for those before, and in the hands of who reads the results. */
  readonly room: number
  /** Ends the reading; what was read is still done. */
  readonly signal?: AbortSignal | undefined
}

interface Slot<Result> {
  result?: { readonly value: Result } | { readonly error: unknown }
}

/**
 * Works on items, several at a time, and gives the results in the order of the items. Nothing is read while there is no room, so that a
 * slow reader of the results holds up everything before it. What reading or working throws is thrown in its place.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  { concurrency, room, signal }: OrderedOptions,
): AsyncGenerator<Result, undefined, undefined> {
  const queue = new PQueue({ concurrency })
  const source = items[Symbol.asyncIterator]()
  const slots: Slot<Result>[] = []
  let inHand = 0
  let reading = false
  let ended = signal?.aborted ?? false
  // Whoever waits is woken; one waits at most. Racing promises instead would hang a reaction on the signal's for every item.
  let wake = (): void => undefined
  const stop = (): void => {
    ended = true
    wake()
  }
  signal?.addEventListener('abort', stop)

  const start = (item: Item): void => {
    const slot: Slot<Result> = {}
    slots.push(slot)
    queue
      .add(() => work(item))
      .then(
        (value) => {
          slot.result = { value }
        },
        (error: unknown) => {
          slot.result = { error }
        },
      )
      .finally(() => {
        wake()
      })
  }
  const read = (): void => {
    if (ended || reading || slots.length + inHand >= room) return
    reading = true
    source
      .next()
      .then(
        ({ done, value }) => {
          if (ended) return
          if (done === true) ended = true
          else start(value)
        },
        (error: unknown) => {
          ended = true
          slots.push({ result: { error } })
        },
      )
      .finally(() => {
        reading = false
        read()
        wake()
      })
  }

  try {
    for (;;) {
      read()
      const head = slots[0] as Slot<Result> | undefined
      if (head?.result !== undefined) {
        slots.shift()
        if ('error' in head.result) throw head.result.error
        inHand = 1
        yield head.result.value
        inHand = 0
      } else if (head === undefined && ended) return
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    ended = true
    signal?.removeEventListener('abort', stop)
    queue.clear()
    // Not waited for: a read that never ends, of a terminal or a pipe, would hold it up.
    source.return?.().catch(() => undefined)
  }
}
