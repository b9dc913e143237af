import { EXIT } from './failure.js'

/**
 * Lets a signal that asks to stop end the command by its exit code, after `tidy`. To be called before anything is opened that
 * `tidy` removes: until then a signal ends the process at once.
 */
export function onStop(tidy: () => void): void {
  for (const [signal, code] of [
    ['SIGINT', EXIT.interrupted],
    ['SIGTERM', EXIT.terminated],
  ] as const) {
    process.once(signal, () => {
      tidy()
      process.exit(code)
    })
  }
}
