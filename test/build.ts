import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Before any test: builds dist where src is newer, so that the tests of the command run what users run. */
export default function build(): void {
  if (newest(join(ROOT, 'dist')) >= newest(join(ROOT, 'src'))) return
  // Types are the type check's to fail on, and their declarations are what no test loads.
  run('node_modules/rolldown/bin/cli.mjs', '--config')
  run('node_modules/assemblyscript/bin/asc.js', '--config', 'src/tagger/kernel/asconfig.json')
  run('scripts/build-page.mjs')
}

function run(script: string, ...parameters: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, script), ...parameters], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`cannot build: ${script} ended with ${status}:\n${stderr}`)
}

/** When the newest file in a folder was written, or 0 without any. */
function newest(folder: string): number {
  if (!existsSync(folder)) return 0
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Math.max(0, ...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs))
}
