import { describe, expect, it } from 'vitest'
import { inOrder } from '../../src/run/ordered.js'

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function* counting(to: number, onRead: (number: number) => void = () => undefined) {
  for (let number = 0; number < to; number++) {
    onRead(number)
    yield await Promise.resolve(number)
  }
}

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const result of results) list.push(result)
  return list
}

describe('work in order', () => {
  it('gives results in the order of the items, whichever is done first', async () => {
    const work = async (number: number) => {
      await later(number % 3 === 0 ? 20 : 1)
      return number * 2
    }
    const results = await all(inOrder(counting(20), work, { concurrency: 4, room: 8 }))
    expect(results).toEqual(Array.from({ length: 20 }, (_, number) => number * 2))
  })

  it('works on no more at a time than it may', async () => {
    let now = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++now)
      await later(2)
      now--
    }
    await all(inOrder(counting(30), work, { concurrency: 3, room: 12 }))
    expect(most).toBe(3)
  })

  it('reads no more than there is room for, while nobody takes the results', async () => {
    let read = 0
    const results = inOrder(
      counting(100, () => read++),
      (number) => Promise.resolve(number),
      { concurrency: 2, room: 8 },
    )
    await results.next()
    await later(50)
    // One is in the hands of the reader.
    expect(read).toBe(8)
    await results.next()
    await later(20)
    expect(read).toBe(9)
    await results.return(undefined)
  })

  it('gives a result while the next item is still to come', async () => {
    async function* slow() {
      yield 'first'
      await new Promise(() => undefined)
      yield 'never'
    }
    const results = inOrder(slow(), (item) => Promise.resolve(item), { concurrency: 2, room: 8 })
    expect(await results.next()).toEqual({ done: false, value: 'first' })
  })

  it('finishes what was read when it is stopped, and reads no more', async () => {
    const stop = new AbortController()
    const results: number[] = []
    const options = { concurrency: 2, room: 8, signal: stop.signal }
    for await (const result of inOrder(counting(100), (number) => Promise.resolve(number), options)) {
      results.push(result)
      if (result === 9) stop.abort()
    }
    expect(results.length).toBeGreaterThanOrEqual(10)
    expect(results.length).toBeLessThanOrEqual(18)
    expect(results).toEqual(Array.from(results.keys()))
  })

  it('throws what reading throws after the results before it', async () => {
    async function* broken() {
      yield* counting(3)
      throw new Error('the disk is gone')
    }
    const results: number[] = []
    const read = async () => {
      for await (const result of inOrder(broken(), (number) => Promise.resolve(number), { concurrency: 2, room: 8 }))
        results.push(result)
    }
    await expect(read()).rejects.toThrow('the disk is gone')
    expect(results).toEqual([0, 1, 2])
  })
})
