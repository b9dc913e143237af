// Bundles the script of the report's page, with what it draws plots by, into dist/report/page/. A part of the build.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const FROM = fileURLToPath(new URL('../src/report/page/', import.meta.url))
const TO = fileURLToPath(new URL('../dist/report/page/', import.meta.url))

mkdirSync(TO, { recursive: true })
await build({
  input: `${FROM}index.ts`,
  platform: 'browser',
  tsconfig: `${FROM}tsconfig.json`,
  transform: { target: 'es2023' },
  output: { file: `${TO}page.js`, format: 'iife', minify: true, codeSplitting: false },
})
copyFileSync(`${FROM}page.css`, `${TO}page.css`)

// The page holds the script between tags, which these would end.
if (/<\/script|<!--/i.test(readFileSync(`${TO}page.js`, 'utf8')))
  throw new Error('expected a script without tags in it')
