import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built command to its end, in `folder`, with `input` on its standard input. */
export function hearsay(folder: string, args: readonly string[], input = ''): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

/** Starts the built command in `folder`, with its standard input left open. */
export function startHearsay(folder: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
}

/** Runs a line of shell in `folder`, where `hearsay` is the built command. The code is the first one that is not 0. */
export function shell(folder: string, line: string): Ended {
  const script = `set -o pipefail; hearsay() { "${process.execPath}" "${MAIN}" "$@"; }; ${line}`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}
