/*
 * Inference over a linear chain of labels. A row has one number of 64 bits a label, in `pairs` vectors of two. Where the number of labels
 * is odd a row ends with a cell that is not used; in rows of factors it is 0.
 *
 * Most transitions are forbidden, so a matrix holds the others alone. `links` says which: of each pair of labels, how many cells of
 * another row either of them is linked to, and how many bytes each of those lies from the row's beginning, as 32-bit integers. The matrix
 * has a vector for each of them, in the same order.
 */

/** What the logarithm of a weight is at least: smaller weights would leave the range of ordinary numbers. */
const LEAST: f64 = -708

/** Writes the weights of tokens `first` to `last - 1`: the exponentials of their emissions over the largest of them, which `tops` takes. */
export function weigh(first: i32, last: i32, emissions: usize, weights: usize, tops: usize, size: i32, pairs: i32): void {
  const row = pairs << 4
  for (let i = first; i < last; i++) {
    const from = emissions + i * row
    const to = weights + i * row
    let top = load<f64>(from)
    for (let l = 1; l < size; l++) top = max(top, load<f64>(from + (l << 3)))
    store<f64>(tops + (i << 3), top)
    for (let p = 0; p < row; p += 16) v128.store(to + p, exp(f64x2.sub(v128.load(from + p), f64x2.splat(top))))
  }
}

/** The exponentials of two numbers of at most 0: powers of two times Taylor's polynomial of what is left, exact to about 1e-15 of the result. */
@inline
function exp(x: v128): v128 {
  const power = f64x2.pmin(f64x2.pmax(x, f64x2.splat(LEAST)), f64x2.splat(0))
  // Adding 1.5 * 2^52 rounds to a whole number, which is then in the lowest bits.
  const shifted = f64x2.add(f64x2.mul(power, f64x2.splat(1.4426950408889634)), f64x2.splat(6755399441055744))
  const whole = f64x2.sub(shifted, f64x2.splat(6755399441055744))
  // The logarithm of two in two parts, the first with so few digits that its product is exact.
  let left = f64x2.sub(power, f64x2.mul(whole, f64x2.splat(0.6931471803691238)))
  left = f64x2.sub(left, f64x2.mul(whole, f64x2.splat(1.9082149292705877e-10)))
  let sum = f64x2.splat(1.0 / 479001600)
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 39916800))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 3628800))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 362880))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 40320))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 5040))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 720))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 120))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 24))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1.0 / 6))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(0.5))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1))
  sum = f64x2.add(f64x2.mul(sum, left), f64x2.splat(1))
  // Into the exponent's bits, which multiplies by that power of two.
  return i64x2.add(sum, i64x2.shl(shifted, 52))
}

/**
 * The forward pass over tokens `first` to `length - 1`: how much weight reaches each label. Each row is divided by its sum, which
 * `scales` takes.
 * @param start Factors of the labels of the first token.
 * @param links The labels that each pair follows, and `factors` how readily.
 */
export function forward(first: i32, length: i32, weights: usize, start: usize, links: usize, factors: usize, reaches: usize, scales: usize, pairs: i32): void {
  const row = pairs << 4
  for (let i = first; i < length; i++) {
    const to = reaches + i * row
    const weight = weights + i * row
    let sums = f64x2.splat(0)
    let link = links
    let factor = factors
    for (let p = 0; p < row; p += 16) {
      let reach = v128.load(start + p)
      if (i > 0) {
        const count = load<i32>(link)
        reach = product(to - row, link + 4, factor, count)
        link += (count + 1) << 2
        factor += count << 4
      }
      const cells = f64x2.mul(reach, v128.load(weight + p))
      v128.store(to + p, cells)
      sums = f64x2.add(sums, cells)
    }
    const sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)
    store<f64>(scales + (i << 3), sum)
    multiply(to, row, inverse(sum))
  }
}

/**
 * The backward pass and, from it and the forward pass before, the probabilities of labels at each token.
 * @param end Factors of the labels of the last token.
 * @param links The labels that follow each pair, and `factors` how readily.
 * @param onward Room for a row a token: the weight of each label times what follows it.
 * @param marginals `size` numbers a token, without a cell between; room for one more after the last.
 */
export function backward(length: i32, weights: usize, end: usize, links: usize, factors: usize, reaches: usize, onward: usize, rest: usize, marginals: usize, size: i32, pairs: i32): void {
  const row = pairs << 4
  for (let p = 0; p < row; p += 16) v128.store(rest + (length - 1) * row + p, v128.load(end + p))
  for (let i = length - 2; i >= 0; i--) {
    const to = rest + i * row
    const next = onward + (i + 1) * row
    for (let p = 0; p < row; p += 16)
      v128.store(next + p, f64x2.mul(v128.load(weights + (i + 1) * row + p), v128.load(to + row + p)))
    let sums = f64x2.splat(0)
    let link = links
    let factor = factors
    for (let p = 0; p < row; p += 16) {
      const count = load<i32>(link)
      const cells = product(next, link + 4, factor, count)
      link += (count + 1) << 2
      factor += count << 4
      v128.store(to + p, cells)
      sums = f64x2.add(sums, cells)
    }
    multiply(to, row, inverse(f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)))
  }
  for (let i = 0; i < length; i++) {
    const to = marginals + ((i * size) << 3)
    let sums = f64x2.splat(0)
    for (let p = 0; p < row; p += 16) {
      const cells = f64x2.mul(v128.load(reaches + i * row + p), v128.load(rest + i * row + p))
      // Where the last cell is not used, it is 0, and is written over by the next row.
      v128.store(to + p, cells)
      sums = f64x2.add(sums, cells)
    }
    multiply(to, row, inverse(f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)))
  }
}

/**
 * Adds up how often each transition is expected, by the passes before.
 * @param links The labels that each pair follows, and `factors` how readily.
 * @param expected A matrix of the same links, which is written anew.
 * @param shares Room for as large a matrix.
 */
export function expect(length: i32, links: usize, factors: usize, reaches: usize, onward: usize, expected: usize, shares: usize, size: usize, pairs: i32): void {
  const row = pairs << 4
  memory.fill(expected, 0, size)
  for (let i = 1; i < length; i++) {
    const before = reaches + (i - 1) * row
    let sums = f64x2.splat(0)
    let link = links
    let at: usize = 0
    for (let p = 0; p < row; p += 16) {
      const after = v128.load(onward + i * row + p)
      const end = at + (load<i32>(link) << 4)
      for (link += 4; at < end; at += 16, link += 4) {
        const share = f64x2.mul(f64x2.mul(v128.load_splat<f64>(before + load<i32>(link)), v128.load(factors + at)), after)
        v128.store(shares + at, share)
        sums = f64x2.add(sums, share)
      }
    }
    const scale = f64x2.splat(inverse(f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)))
    for (at = 0; at < size; at += 16)
      v128.store(expected + at, f64x2.add(v128.load(expected + at), f64x2.mul(v128.load(shares + at), scale)))
  }
}

/**
 * The best sequence of labels (Viterbi).
 * @param start Scores of the labels of the first token, and `end` of the last.
 * @param links The labels that each pair follows, and `scores` how readily.
 * @param between A row for each label: the scores of all that may follow it.
 * @param tops Room for a row a token: the score of the best sequence up to it that ends with each label.
 * @param labels One byte a token.
 */
export function best(length: i32, emissions: usize, start: usize, links: usize, scores: usize, between: usize, end: usize, tops: usize, labels: usize, size: i32, pairs: i32): void {
  const row = pairs << 4
  for (let i = 0; i < length; i++) {
    const to = tops + i * row
    let link = links
    let score = scores
    for (let p = 0; p < row; p += 16) {
      let top = v128.load(start + p)
      if (i > 0) {
        top = f64x2.splat(-Infinity)
        const last = link + (load<i32>(link) << 2)
        while (link < last) {
          link += 4
          top = f64x2.pmax(top, f64x2.add(v128.load_splat<f64>(to - row + load<i32>(link)), v128.load(score)))
          score += 16
        }
        link += 4
      }
      v128.store(to + p, f64x2.add(top, v128.load(emissions + i * row + p)))
    }
  }
  // What comes after a token's label: the end, or the label of the next.
  let after = end
  let step = 8
  for (let i = length - 1; i >= 0; i--) {
    let top: f64 = -Infinity
    let label = 0
    for (let l = 0; l < size; l++) {
      const score = load<f64>(tops + i * row + (l << 3)) + load<f64>(after + l * step)
      if (score > top) {
        top = score
        label = l
      }
    }
    store<u8>(labels + i, label)
    after = between + (label << 3)
    step = row
  }
}

/** The sum of `count` cells of a row, each times its factors. */
@inline
function product(row: usize, links: usize, factors: usize, count: i32): v128 {
  let sum = f64x2.splat(0)
  for (let k = 0; k < count; k++) {
    sum = f64x2.add(sum, f64x2.mul(v128.load_splat<f64>(row + load<i32>(links)), v128.load(factors)))
    links += 4
    factors += 16
  }
  return sum
}

@inline
function multiply(cells: usize, row: i32, factor: f64): void {
  const factors = f64x2.splat(factor)
  for (let p = 0; p < row; p += 16) v128.store(cells + p, f64x2.mul(v128.load(cells + p), factors))
}

/** 1 / sum, and 0 for 0: where no sequence is possible, every probability is 0. */
@inline
function inverse(sum: f64): f64 {
  return sum > 0 ? 1 / sum : 0
}
