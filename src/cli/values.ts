import { HearsayError } from '../record/errors.js'

/** Reads a whole number of at least 1 that an option asks for. */
export function parseCount(option: string): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value) && Number(value) > 0) return Number(value)
    throw new HearsayError('usage', `${option}: expected a whole number from 1, got "${value}"`)
  }
}

/** Reads a number of seconds that an option asks for. */
export function parseSeconds(option: string): (value: string) => number {
  return (value) => {
    if (/^\d{1,5}(\.\d+)?$/.test(value) && Number(value) > 0) return Number(value)
    throw new HearsayError('usage', `${option}: expected a number of seconds above 0, got "${value}"`)
  }
}
