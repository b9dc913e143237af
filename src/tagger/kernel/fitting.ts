/*
 * The inner loops of training a chain: rows of 32-bit weights, four labels a vector. Lists hold the address of each feature's row.
 */

/**
 * Works out the emissions of `length` tokens: of each label, the sum of the weights of the token's features.
 * @param list The rows of all tokens' features, one token after the other.
 * @param ends Where the list of each token ends.
 * @param vectors How many vectors a row has.
 * @param emissions One row a token, of `pairs` vectors of two numbers.
 */
export function score(length: i32, list: usize, ends: usize, vectors: i32, emissions: usize, pairs: i32): void {
  for (let i = 0; i < length; i++) {
    const end: usize = load<u32>(ends + (i << 2))
    for (let v = 0; v < vectors; v++) {
      let sum = f32x4.splat(0)
      for (let at = list; at < end; at += 4) sum = f32x4.add(sum, v128.load(usize(load<u32>(at)) + (v << 4)))
      v128.store(emissions + (v << 5), f64x2.promote_low_f32x4(sum))
      if (2 * v + 1 < pairs)
        v128.store(emissions + (v << 5), f64x2.promote_low_f32x4(i32x4.shuffle(sum, sum, 2, 3, 2, 3)), 16)
    }
    list = end
    emissions += pairs << 4
  }
}

/**
 * One step of AdaGrad for the features of one token: their weights go down by the error of each label and a penalty on the weight itself.
 * Labels without error stay as they are.
 * @param list The rows of the token's features, up to `end`.
 * @param errors A row: of each label, by how much it is too probable.
 * @param squares How far from a row its sums of squared gradients lie.
 */
export function descend(list: usize, end: usize, errors: usize, squares: usize, vectors: i32, rate: f32, penalty: f32): void {
  const rates = f32x4.splat(rate)
  const penalties = f32x4.splat(penalty)
  for (let v = 0; v < vectors; v++) {
    const error = v128.load(errors + (v << 4))
    const isWrong = f32x4.ne(error, f32x4.splat(0))
    if (!v128.any_true(isWrong)) continue
    for (let at = list; at < end; at += 4) {
      const cells = usize(load<u32>(at)) + (v << 4)
      const weights = v128.load(cells)
      const gradient = v128.and(f32x4.add(error, f32x4.mul(penalties, weights)), isWrong)
      const square = f32x4.add(v128.load(cells + squares), f32x4.mul(gradient, gradient))
      v128.store(cells + squares, square)
      const step = f32x4.div(f32x4.mul(rates, gradient), f32x4.sqrt(f32x4.add(square, f32x4.splat(SMALL))))
      v128.store(cells, f32x4.sub(weights, step))
    }
  }
}

/** Keeps the first steps from being endless. */
const SMALL: f32 = 1e-2
