/** Logarithms of the Gamma function at 1, 2, 3 …: of (n - 1)!. */
const LOG_FACTORIALS: number[] = [0, 0]

function logFactorial(n: number): number {
  for (let k = LOG_FACTORIALS.length; k <= n; k++) LOG_FACTORIALS.push(LOG_FACTORIALS[k - 1] + Math.log(k))
  return LOG_FACTORIALS[n]
}

/**
 * Fisher's exact test of two shares: `a` of `m` and `b` of `n`. The chance that drawing at random from both together gives a difference
 * as great, the smaller of both sides doubled.
 */
export function fisherExact(a: number, m: number, b: number, n: number): number {
  const total = a + b
  const [least, most] = [Math.max(0, total - n), Math.min(m, total)]
  const whole = logFactorial(m + n)
  const constant = logFactorial(total) + logFactorial(m + n - total) + logFactorial(m) + logFactorial(n) - whole
  const chance = (k: number): number =>
    Math.exp(constant - logFactorial(k) - logFactorial(total - k) - logFactorial(m - k) - logFactorial(n - total + k))
  // The smaller side is the one away from what is expected.
  const isLow = a * (m + n) < total * m
  let tail = 0
  for (let k = a; isLow ? k >= least : k <= most; k += isLow ? -1 : 1) {
    const part = chance(k)
    tail += part
    if (part < tail * 1e-12) break
  }
  return Math.min(1, 2 * tail)
}

/** Cohen's h, the effect size of two shares: the difference of their arcsines, from 0 to π. 0.2 is called small, 0.5 medium. */
export function cohensH(p: number, q: number): number {
  return Math.abs(2 * Math.asin(Math.sqrt(p)) - 2 * Math.asin(Math.sqrt(q)))
}
