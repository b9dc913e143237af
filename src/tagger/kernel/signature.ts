/*
 * The least of many hashes, the inner loop of comparing texts.
 */

/**
 * Lowers each of `count` numbers of 32 bits, a multiple of four, to the least of `shingle * factor + summand` over all shingles, by its own
 * factor and summand.
 */
export function lower(shingles: usize, length: i32, factors: usize, summands: usize, least: usize, count: i32): void {
  const end = shingles + (length << 2)
  for (let at = 0; at < count << 2; at += 16) {
    const factor = v128.load(factors + at)
    const summand = v128.load(summands + at)
    let lowest = v128.load(least + at)
    for (let shingle = shingles; shingle < end; shingle += 4) {
      const hash = i32x4.add(i32x4.mul(v128.load32_splat(shingle), factor), summand)
      lowest = i32x4.min_s(lowest, hash)
    }
    v128.store(least + at, lowest)
  }
}
