/** Bytes of a vector, which the kernel reads at once. */
const VECTOR = 16

/** Bytes at the end of a slot that tell its feature from others. */
const TAG = 3

/** Features a bucket, on average: the more, the longer it takes to find a shift. */
const BUCKET = 3

/** Share of the slots that are taken: the more, the longer it takes to find shifts; the fewer, the longer the kernel waits for memory. */
const LOAD = 0.8

/** A shift is a byte. */
const SHIFTS = 256

/**
 * Rows of weights by the hash of their feature: a perfect hash table, as the kernel reads it. Features are put in buckets by their hash,
 * and each bucket has a shift under which no feature of it meets another one in its slot (hash and displace; Belazzougui, Botelho and
 * Dietzfelbinger 2009). So a feature is in one place or nowhere, which can be worked out without a branch.
 */
export interface Table {
  /** The shift of each bucket. */
  readonly shifts: Uint8Array
  /** Vectors a slot: one for up to 13 weights. */
  readonly vectors: number
  /**
   * The slots: one signed byte a weight, and in a slot's last bytes the upper three of the hash. A feature that is not there is told by
   * them, but for one in 16 million. Empty slots are all zeros.
   */
  readonly slots: Int8Array
}

/** Vectors a slot, for rows of so many weights. */
export function vectorsOf(width: number): number {
  return Math.ceil((width + TAG) / VECTOR)
}

/** Bytes a slot of so many vectors. */
export function slotBytes(vectors: number): number {
  return vectors * VECTOR
}

/**
 * The table of some features.
 * @param keys Hashes of the features, each once; hashes as `finish` gives them, whose upper bits differ.
 * @param rows `width` weights a feature, in the order of `keys`, each from -127 to 127.
 */
export function tableOf(keys: Int32Array, rows: Int8Array, width: number): Table {
  const { shifts, count } = perfectHash(keys)
  const vectors = vectorsOf(width)
  const size = slotBytes(vectors)
  const slots = new Int8Array(count * size)
  for (let k = 0; k < keys.length; k++) {
    const at = size * slotOf(keys[k], shifts[share(keys[k], shifts.length)], count)
    const row = rows.subarray(k * width, (k + 1) * width)
    // A feature that weighs nothing is as good as none.
    if (row.every((weight) => weight === 0)) continue
    slots.set(row, at)
    for (let byte = 1; byte <= TAG; byte++) slots[at + size - TAG - 1 + byte] = keys[k] >>> (8 * byte)
  }
  return { shifts, vectors, slots }
}

/** Of each bucket a shift such that every key has a slot of its own, and how many slots that takes. */
function perfectHash(keys: Int32Array): { shifts: Uint8Array; count: number } {
  const buckets = Math.ceil(keys.length / BUCKET) + 1
  const starts = new Int32Array(buckets + 1)
  for (const key of keys) starts[share(key, buckets) + 1]++
  for (let b = 0; b < buckets; b++) starts[b + 1] += starts[b]
  const grouped = new Int32Array(keys.length)
  const ends = starts.slice()
  for (const key of keys) grouped[ends[share(key, buckets)]++] = key

  // The largest first, while there is most room.
  const bySize: number[][] = []
  for (let b = 0; b < buckets; b++) (bySize[starts[b + 1] - starts[b]] ??= []).push(b)
  const order = bySize.reverse().flat()

  const shifts = new Uint8Array(buckets)
  let count = Math.ceil(keys.length / LOAD) + 1
  while (!fits()) count = Math.ceil(count * 1.05)
  return { shifts, count }

  function fits(): boolean {
    const taken = new Uint8Array(count)
    for (const b of order) {
      let shift = 0
      while (shift < SHIFTS && !takes(taken, starts[b], starts[b + 1], shift)) shift++
      if (shift === SHIFTS) return false
      shifts[b] = shift
    }
    return true
  }

  /** Takes the slots of a bucket's keys under this shift, all or none. */
  function takes(taken: Uint8Array, first: number, end: number, shift: number): boolean {
    for (let k = first; k < end; k++) {
      const slot = slotOf(grouped[k], shift, count)
      if (taken[slot] === 1) {
        for (let back = first; back < k; back++) taken[slotOf(grouped[back], shift, count)] = 0
        return false
      }
      taken[slot] = 1
    }
    return true
  }
}

/** The slot of a feature whose bucket has this shift. */
function slotOf(feature: number, shift: number, count: number): number {
  return share(Math.imul(feature, Math.imul(shift, 0x9e3779b2) + 0x85ebca6b), count)
}

/** A number from 0 to `count - 1`, by the upper bits of a hash. */
function share(hash: number, count: number): number {
  return Math.floor(((hash >>> 0) * count) / 2 ** 32)
}
