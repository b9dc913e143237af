import { HearsayError } from '../record/errors.js'

/** Reads a whole number that an option asks for, of at most nine digits. */
export function parseCount(option: string, least = 1): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value)
    throw new HearsayError('usage', `${option}: expected a whole number from ${least}, got "${value}"`)
  }
}

/** Reads a number from 0 to 1 that an option asks for. */
export function parseShare(option: string): (value: string) => number {
  return (value) => {
    if (/^(?:0|1|1\.0+|0?\.\d{1,9})$/.test(value)) return Number(value)
    throw new HearsayError('usage', `${option}: expected a number from 0 to 1, got "${value}"`)
  }
}

/** Reads a number of seconds that an option asks for. */
export function parseSeconds(option: string): (value: string) => number {
  return (value) => {
    if (/^\d{1,5}(\.\d+)?$/.test(value) && Number(value) > 0) return Number(value)
    throw new HearsayError('usage', `${option}: expected a number of seconds above 0, got "${value}"`)
  }
}

/** Collects the values of an option that may be repeated. */
export function append(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value]
}
