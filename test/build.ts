import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Before any test: builds dist where src is newer, so that the tests of the command run what users run. */
export default function build(): void {
  if (newest(join(ROOT, 'dist')) >= newest(join(ROOT, 'src'))) return
  const typescript = run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
  const kernel = run('node_modules/assemblyscript/bin/asc.js', '--config', 'src/tagger/kernel/asconfig.json')
  const page = run('scripts/build-page.mjs')
  if (page.status !== 0) throw new Error(`cannot build the page of reports:\n${page.stderr}`)
  if (kernel.status !== 0) throw new Error(`cannot build the kernel:\n${kernel.stderr}`)
  // Wrong types are the type check's to fail on; here they only matter where they kept the command from being built.
  if (typescript.status === 0) return
  if (!existsSync(join(ROOT, 'dist/cli/main.js'))) throw new Error(`cannot build the command:\n${typescript.stdout}`)
  console.warn(`built in spite of:\n${typescript.stdout}`)
}

function run(script: string, ...parameters: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, script), ...parameters], { cwd: ROOT, encoding: 'utf8' })
}

/** When the newest file in a folder was written, or 0 without any. */
function newest(folder: string): number {
  if (!existsSync(folder)) return 0
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Math.max(0, ...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs))
}
