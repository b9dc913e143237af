/*
 * Inference over a linear chain of labels. A row has one number of 64 bits a label, in `pairs` vectors of two. Where the number of labels
 * is odd a row ends with a cell that is not used; in rows of factors it is 0. A matrix has a row for each label.
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
 * @param factors Of each label, the factors of those that follow it.
 */
export function forward(first: i32, length: i32, weights: usize, start: usize, factors: usize, reaches: usize, scales: usize, size: i32, pairs: i32): void {
  const row = pairs << 4
  for (let i = first; i < length; i++) {
    const to = reaches + i * row
    const weight = weights + i * row
    let sums = f64x2.splat(0)
    for (let p = 0; p < row; p += 16) {
      const reach = i == 0 ? v128.load(start + p) : product(to - row, factors + p, size, row)
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
 * @param into Of each label, the factors of those that it follows.
 * @param onward Room for a row a token: the weight of each label times what follows it.
 * @param marginals `size` numbers a token, without a cell between; room for one more after the last.
 */
export function backward(length: i32, weights: usize, end: usize, into: usize, reaches: usize, onward: usize, rest: usize, marginals: usize, size: i32, pairs: i32): void {
  const row = pairs << 4
  for (let p = 0; p < row; p += 16) v128.store(rest + (length - 1) * row + p, v128.load(end + p))
  for (let i = length - 2; i >= 0; i--) {
    const to = rest + i * row
    const next = onward + (i + 1) * row
    for (let p = 0; p < row; p += 16)
      v128.store(next + p, f64x2.mul(v128.load(weights + (i + 1) * row + p), v128.load(to + row + p)))
    let sums = f64x2.splat(0)
    for (let p = 0; p < row; p += 16) {
      const cells = product(next, into + p, size, row)
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
 * @param expected A matrix, which is written anew: of each label, those that follow it.
 */
export function expect(length: i32, factors: usize, reaches: usize, onward: usize, expected: usize, size: i32, pairs: i32): void {
  const row = pairs << 4
  memory.fill(expected, 0, size * row)
  for (let i = 1; i < length; i++) {
    const before = reaches + (i - 1) * row
    const after = onward + i * row
    let sums = f64x2.splat(0)
    for (let p = 0; p < row; p += 16)
      sums = f64x2.add(sums, f64x2.mul(product(before, factors + p, size, row), v128.load(after + p)))
    const scale = inverse(f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1))
    for (let l = 0; l < size; l++) {
      const share = f64x2.splat(load<f64>(before + (l << 3)) * scale)
      const at = l * row
      for (let p = 0; p < row; p += 16) {
        const cells = f64x2.mul(f64x2.mul(v128.load(factors + at + p), v128.load(after + p)), share)
        v128.store(expected + at + p, f64x2.add(v128.load(expected + at + p), cells))
      }
    }
  }
}

/**
 * The best sequence of labels (Viterbi).
 * @param start Scores of the labels of the first token. @param end Of the last. @param between Of each label, those that follow it.
 * @param tops Room for a row a token: the score of the best sequence up to it that ends with each label.
 * @param labels One byte a token.
 */
export function best(length: i32, emissions: usize, start: usize, between: usize, end: usize, tops: usize, labels: usize, size: i32, pairs: i32): void {
  const row = pairs << 4
  for (let i = 0; i < length; i++) {
    const to = tops + i * row
    for (let p = 0; p < row; p += 16) {
      let top = v128.load(start + p)
      if (i > 0) {
        top = f64x2.splat(-Infinity)
        for (let l = 0; l < size; l++)
          top = f64x2.pmax(top, f64x2.add(v128.load_splat<f64>(to - row + (l << 3)), v128.load(between + l * row + p)))
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

/** Two cells of a row times a matrix. */
@inline
function product(cells: usize, matrix: usize, size: i32, row: i32): v128 {
  let sum = f64x2.splat(0)
  for (let l = 0; l < size; l++) {
    sum = f64x2.add(sum, f64x2.mul(v128.load_splat<f64>(cells + (l << 3)), v128.load(matrix)))
    matrix += row
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
