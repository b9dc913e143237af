/*
 * Scores of labels by features, the inner loop of labelling. This folder is AssemblyScript: compiled to WebAssembly, for its vectors
 * of 16 bytes. Everything lies where the caller has put it in the module's memory; addresses are in bytes.
 */

/** How many tokens are hashed at a time, so that their features are still at hand when they are looked up. */
const CHUNK: i32 = 16

/** Weights by feature, a perfect hash table, and room to look features up in. The caller writes it, cell after cell as below. */
@unmanaged
export class Rows {
  /** How many buckets of features there are. */
  buckets: u32
  /** What is known of each: a byte with its shift, and one with a bit for each kind of features that it holds. */
  entries: usize
  /** How many slots `table` has. */
  slots: u32
  /** The slots: one signed byte a label, and in a slot's last three bytes the upper three of the feature's hash. */
  table: usize
  /** How many vectors a slot has. */
  vectors: i32
  /** Room for an address and a mask of each feature of a token and one more. */
  found: usize
  /** Room for the sums of one slot, 16 bits each. */
  sums: usize
}

/**
 * Works out the emissions of tokens 0 to `length - 1`: of each label, the sum of the weights of the token's features.
 *
 * @param cells Of the first column, the cell of token 0; it and the cells up to `CHUNK` after the last token can be read.
 * @param templates How features are made: of each template a seed, how many parts it has, and of each part how far its cell lies from `cells`.
 * @param hashes Room for `count * CHUNK` hashes.
 * @param rows Weights of the features.
 * @param scale What one unit of a weight is worth.
 * @param emissions One row a token, of `pairs` vectors of two numbers.
 */
export function emit(
  length: i32,
  cells: usize,
  templates: usize,
  count: i32,
  hashes: usize,
  rows: Rows,
  scale: f64,
  emissions: usize,
  pairs: i32,
): void {
  for (let from = 0; from < length; from += CHUNK) {
    hash(cells + 4 * from, templates, count, hashes)
    const end = min(CHUNK, length - from)
    for (let i = 0; i < end; i++) {
      add(hashes + 4 * i, count, rows)
      for (let p = 0; p < pairs; p++) {
        v128.store(emissions, f64x2.mul(f64x2.convert_low_i32x4_s(i32x4.extend_low_i16x8_s(v128.load32_zero(rows.sums + 4 * p))), f64x2.splat(scale)))
        emissions += 16
      }
    }
  }
}

/** Writes the features of `CHUNK` tokens, template after template. The hashing is that of `mix` and `finish` in hash.ts. */
function hash(cells: usize, templates: usize, count: i32, into: usize): void {
  for (let t = 0; t < count; t++) {
    let a = v128.load_splat<i32>(templates)
    let b = a
    let c = a
    let d = a
    const parts = load<i32>(templates, 4)
    templates += 8
    for (let part = 0; part < parts; part++) {
      const cell = cells + load<i32>(templates)
      templates += 4
      a = mix(a, v128.load(cell))
      b = mix(b, v128.load(cell, 16))
      c = mix(c, v128.load(cell, 32))
      d = mix(d, v128.load(cell, 48))
    }
    v128.store(into, finish(a))
    v128.store(into, finish(b), 16)
    v128.store(into, finish(c), 32)
    v128.store(into, finish(d), 48)
    into += 4 * CHUNK
  }
}

@inline
function mix(hash: v128, value: v128): v128 {
  const mixed = i32x4.mul(v128.xor(hash, value), i32x4.splat(0x9e3779b1))
  return v128.xor(mixed, i32x4.shr_u(mixed, 15))
}

@inline
function finish(hash: v128): v128 {
  let h = i32x4.mul(v128.xor(hash, i32x4.shr_u(hash, 16)), i32x4.splat(0x85ebca6b))
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 13)), i32x4.splat(0xc2b2ae35))
  return v128.xor(h, i32x4.shr_u(h, 16))
}

/**
 * Adds the weights of the features of one token, the first at `features`, each `CHUNK` after the one before. What takes time is waiting
 * for memory and branches that cannot be foretold. So slots are looked at only where the bucket may hold the feature; those are all asked
 * for before the first one is read; and a slot that holds another feature all the same is added as zeros.
 */
export function add(features: usize, count: i32, rows: Rows): void {
  const buckets = rows.buckets
  const entries = rows.entries
  const slots = rows.slots
  const table = rows.table
  const vectors = rows.vectors
  const found = rows.found
  const sums = rows.sums
  const width = vectors << 4
  let end = found
  for (let f = 0; f < count; f++) {
    const feature = load<u32>(features + f * 4 * CHUNK)
    const entry = u32(load<u16>(entryOf(feature, buckets, entries)))
    const slot = share(feature * ((entry & 0xff) * 0x9e3779b2 + 0x85ebca6b), slots)
    store<u32>(end, table + slot * width)
    store<u32>(end, feature, 4)
    end += (usize(entry) >>> (8 + kindOf(feature)) & 1) << 3
  }
  let asked: u32 = 0
  for (let at = found; at < end; at += 8) asked |= load<u8>(load<u32>(at))
  store<u32>(sums, asked)
  for (let at = found; at < end; at += 8) {
    const tag = load<u32>(load<u32>(at) + width - 4)
    store<u32>(at, -i32((tag ^ load<u32>(at, 4)) >>> 8 == 0), 4)
  }
  for (let v = 0; v < vectors; v++) {
    let low = i16x8.splat(0)
    let high = i16x8.splat(0)
    for (let at = found; at < end; at += 8) {
      const row = v128.and(v128.load(load<u32>(at) + (v << 4)), v128.load_splat<u32>(at, 4))
      low = i16x8.add(low, i16x8.extend_low_i8x16_s(row))
      high = i16x8.add(high, i16x8.extend_high_i8x16_s(row))
    }
    v128.store(sums + (v << 5), low)
    v128.store(sums + (v << 5), high, 16)
  }
}

/** Notes in the entries of buckets which kinds of features they hold. They have the shifts already. */
export function note(rows: Rows): void {
  const buckets = rows.buckets
  const entries = rows.entries
  for (let s: u32 = 1; s <= rows.slots; s++) {
    // The slot tells all of the hash but its last byte, by which the feature may be in either of two buckets.
    const least = load<u32>(rows.table + s * (rows.vectors << 4) - 4) & 0xffffff00
    const bit: u32 = 0x100 << kindOf(least)
    const first = entryOf(least, buckets, entries)
    const last = entryOf(least | 0xff, buckets, entries)
    store<u16>(first, load<u16>(first) | bit)
    store<u16>(last, load<u16>(last) | bit)
  }
}

/** Where the entry of a feature's bucket lies. */
@inline
function entryOf(feature: u32, buckets: u32, entries: usize): usize {
  return entries + (share(feature, buckets) << 1)
}

/** One of eight kinds of features, by a part of the hash that says little of the bucket. */
@inline
function kindOf(feature: u32): u32 {
  return (feature >>> 8) & 7
}

/** A number from 0 to `count - 1`, by the upper bits of a hash. */
@inline
function share(hash: u32, count: u32): u32 {
  return u32((u64(hash) * u64(count)) >>> 32)
}
