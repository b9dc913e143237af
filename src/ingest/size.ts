import { HearsayError } from '../record/errors.js'

/** A number of bytes for a reader: `5 MB`. Decimal, three digits. */
export function sizeInWords(bytes: number): string {
  const [size, unit] =
    bytes >= 1e9
      ? [bytes / 1e9, 'GB']
      : bytes >= 1e6
        ? [bytes / 1e6, 'MB']
        : bytes >= 1e3
          ? [bytes / 1e3, 'kB']
          : [bytes, 'bytes']
  return `${Number(size.toPrecision(3))} ${unit}`
}

/** Reads a size in bytes: 500k, 5M, 1G. Throws `usage`; `what` is for the message, such as the option's name. */
export function parseSize(value: string, what: string): number {
  const [, digits, unit = ''] = /^(\d{1,12})([kmg]?)$/i.exec(value) ?? []
  const size = Number(digits) * { '': 1, k: 1e3, m: 1e6, g: 1e9 }[unit.toLowerCase() as '' | 'k' | 'm' | 'g']
  if (!(size > 0)) throw new HearsayError('usage', `expected a size for ${what}, such as 500k or 5M; got "${value}"`)
  return size
}
