// Writes docs/rules.md from the rules of `hearsay check`. Build first: npm run build && node scripts/rules.mjs
import { writeFileSync } from 'node:fs'
import { explanationOf } from '../dist/check/explanation.js'
import { RULES } from '../dist/check/index.js'

const HEAD = `# Rules of hearsay check

Written by \`node scripts/rules.mjs\` from \`src/check/rules\`; \`hearsay check --explain RULE\` prints one of them. [ci.md](ci.md) tells how severities and thresholds are changed.
`

const sections = RULES.map((rule) => `${explanationOf(rule)}\n`)
writeFileSync(new URL('../docs/rules.md', import.meta.url), [HEAD, ...sections].join('\n'))
