#!/usr/bin/env node
/**
 * Scores one annotation against another, as if it were what the program found:
 *   node scripts/agreement.mjs GOLD.json… > records.jsonl
 * turns gold into records that hold what the scorer reads, one a line.
 */
import { readFileSync } from 'node:fs'

const span = (offsets) => (offsets ? { start: offsets[0], end: offsets[1] } : null)

for (const file of process.argv.slice(2)) {
  const { id, statements, quantities, times } = JSON.parse(readFileSync(file, 'utf8'))
  const record = {
    id,
    statements: statements.map(({ cue, source, content, speaker, kind, act, form, negated, parent }) => ({
      cue: span(cue),
      source: span(source),
      content: content.map(span),
      speaker: speaker === null ? null : { name: speaker, form },
      kind,
      act,
      negated,
      parent,
    })),
    quantities,
    times,
  }
  console.log(JSON.stringify(record))
}
