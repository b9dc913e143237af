import type { StoredChain } from '../tagger/model-file.js'
import type { Fitted } from './crf.js'

/** Largest weight of a stored row. */
const LARGEST = 127

/**
 * Makes a fitted chain small: weights become whole numbers of one byte, and only the features with a weight that is not nothing then stay.
 * @param keys Hash of each feature.
 */
export function prune(
  fitted: Fitted,
  keys: Int32Array,
  { labels, columns, templates }: Pick<StoredChain, 'labels' | 'columns' | 'templates'>,
): StoredChain {
  const width = labels.length
  const { rows, transitions } = fitted
  const size = new Float32Array(keys.length)
  for (let k = 0; k < keys.length; k++) {
    for (let l = 0; l < width; l++) size[k] = Math.max(size[k], Math.abs(rows[k * width + l]))
  }
  const sorted = Float32Array.from(size).sort()
  // Weights beyond this are rare; cutting them off keeps the steps between the others fine.
  const top = sorted[Math.floor((sorted.length - 1) * 0.9999)]
  const scale = top / LARGEST
  const kept: number[] = []
  for (let k = 0; k < keys.length; k++) if (size[k] >= scale / 2) kept.push(k)
  kept.sort((a, b) => (keys[a] >>> 0) - (keys[b] >>> 0))
  const small = new Int8Array(kept.length * width)
  kept.forEach((k, at) => {
    for (let l = 0; l < width; l++) {
      const weight = Math.round(rows[k * width + l] / scale)
      small[at * width + l] = Math.max(-LARGEST, Math.min(LARGEST, weight))
    }
  })
  return { labels, columns, templates, keys: Int32Array.from(kept, (k) => keys[k]), rows: small, scale, transitions }
}
