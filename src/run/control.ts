import type { openSink } from '../output/sinks.js'
import type { HearsayError } from '../record/errors.js'
import type { Progress } from './progress.js'

/** What who drives a run hears and does; nothing of it changes the output. */
export interface RunControl {
  /** Stops the run when it aborts: what is in hand is finished, and the same run goes on later. */
  readonly signal?: AbortSignal
  /** What `-` reads; the process's standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Hears after every article how things stand: an object that goes on changing. */
  readonly onProgress?: (progress: Progress) => void
  /** Hears what cannot be told in numbers, such as an input that cannot be read. */
  readonly onError?: (error: HearsayError) => void
  /** Where `${NAME}` is looked up; the process's environment by default. */
  readonly environment?: Readonly<NodeJS.ProcessEnv>
  /** How sinks are opened; for tests of what happens where they fail. */
  readonly openSink?: typeof openSink
  /** The module of the threads; for tests of what happens where they die. */
  readonly worker?: URL
  /** How many articles lie between two checkpoints; 256 by default. Another number gives other gzip members. */
  readonly checkpointEvery?: number
}
