import { readFileSync } from 'node:fs'

/** Version of this package, as records and `hearsay --version` name it. */
export const VERSION = versionOf(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

function versionOf(manifest: string): string {
  return (JSON.parse(manifest) as { version: string }).version
}
