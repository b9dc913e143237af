import { Command } from 'commander'
import { HearsayError } from '../record/errors.js'
import { EXIT, warn } from './failure.js'

interface Flags {
  readonly from: string
  readonly collection?: string
  readonly schema?: string
}

/** `hearsay delete`: takes articles out of a database, with all that was read in them. */
export function command(): Command {
  return new Command('delete')
    .summary('take articles out of a database')
    .description(
      'Takes articles out of a database, with their statements, entities, numbers and all else that was read in them. ' +
        'It is done to all of them at once or, where it fails, to none.',
    )
    .argument('<ids...>', 'ids of the articles')
    .requiredOption(
      '--from <database>',
      'sqlite:FILE, a file that ends in .db or .sqlite, postgres:NAME, or postgresql://…',
    )
    .option('--collection <name>', 'the collection that the articles are of; needed where an id is in several')
    .option('--schema <name>', 'the schema of a PostgreSQL database; hearsay without it')
    .action(run)
}

async function run(ids: string[], { from, collection, schema }: Flags): Promise<void> {
  const [{ sinkAddress, sinkKind }, { withRevealed }] = await Promise.all([
    import('../output/sinks.js'),
    import('../run/secrets.js'),
  ])
  const { name, removals } = await withRevealed(from, process.env, async (database, hide) => {
    const { scheme, target, name } = sinkAddress(database)
    const { remove } = await sinkKind(scheme)
    if (!remove) throw new HearsayError('usage', `expected a database for --from, sqlite: or postgres:; got ${scheme}:`)
    const options = { ...(collection === undefined ? {} : { collection }), ...(schema === undefined ? {} : { schema }) }
    return { name: hide(name), removals: await remove(target, ids, options) }
  })
  for (const { id, collections } of removals.filter(({ removed }) => !removed)) {
    const where = collection === undefined ? name : `collection ${collection} of ${name}`
    warn(
      collections.length === 0
        ? `${id}: not in ${where}`
        : `${id}: left, since it is in several collections: name one with --collection (${collections.join(', ')})`,
    )
  }
  const removed = removals.filter((one) => one.removed).length
  warn(`removed: ${removed}, not removed: ${removals.length - removed}`)
  if (removed < removals.length) process.exitCode = EXIT.findings
}
