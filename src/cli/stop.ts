import { EXIT } from './failure.js'

/** Lets a signal that asks to stop end the command by its exit code, after `tidy`. */
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
