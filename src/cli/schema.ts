import { Command } from 'commander'

/** `hearsay schema`: the JSON Schema of a record. */
export function command(): Command {
  return new Command('schema')
    .summary('print the JSON Schema of a record')
    .description(
      'Prints the JSON Schema (2020-12) that every record keeps. What its values mean to each other, verify checks.',
    )
    .action(async () => {
      const { recordJsonSchema } = await import('../record/schema.js')
      process.stdout.write(`${JSON.stringify(recordJsonSchema(), null, 2)}\n`)
    })
}
