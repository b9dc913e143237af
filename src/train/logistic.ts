/** One observation: its evidence, and whether the event came about. */
export interface Observation {
  readonly evidence: readonly number[]
  readonly outcome: boolean
}

/**
 * Fits a logistic regression by Newton's method with a small ridge penalty, on evidence as it comes.
 * @returns The bias and one weight a piece of evidence.
 */
export function fitLogistic(observations: readonly Observation[], ridge = 1): { bias: number; weights: number[] } {
  const width = (observations[0]?.evidence.length ?? 0) + 1
  const weights = new Float64Array(width)
  for (let round = 0; round < 25; round++) {
    const gradient = new Float64Array(width)
    const curvature = Array.from({ length: width }, () => new Float64Array(width))
    for (const { evidence, outcome } of observations) {
      const x = [1, ...evidence]
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * weights[k], 0)))
      for (let a = 0; a < width; a++) {
        gradient[a] += ((outcome ? 1 : 0) - p) * x[a]
        for (let b = 0; b < width; b++) curvature[a][b] += p * (1 - p) * x[a] * x[b]
      }
    }
    for (let a = 1; a < width; a++) {
      gradient[a] -= ridge * weights[a]
      curvature[a][a] += ridge
    }
    const step = solve(curvature, gradient)
    let largest = 0
    for (let a = 0; a < width; a++) {
      weights[a] += step[a]
      largest = Math.max(largest, Math.abs(step[a]))
    }
    if (largest < 1e-9) break
  }
  return { bias: weights[0], weights: [...weights.subarray(1)] }
}

/** Solves a symmetric, positive definite system by elimination. */
function solve(matrix: Float64Array[], vector: Float64Array): Float64Array {
  const size = vector.length
  const a = matrix.map((row) => Float64Array.from(row))
  const b = Float64Array.from(vector)
  for (let k = 0; k < size; k++) {
    const pivot = a[k][k]
    for (let row = k + 1; row < size; row++) {
      const factor = a[row][k] / pivot
      for (let c = k; c < size; c++) a[row][c] -= factor * a[k][c]
      b[row] -= factor * b[k]
    }
  }
  const x = new Float64Array(size)
  for (let k = size - 1; k >= 0; k--) {
    let sum = b[k]
    for (let c = k + 1; c < size; c++) sum -= a[k][c] * x[c]
    x[k] = sum / a[k][k]
  }
  return x
}
