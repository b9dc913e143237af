import { existsSync } from 'node:fs'
import { HearsayError } from '../../record/errors.js'
import { goldFileOf } from '../gold-file.js'
import { counted, defineRule, type Observation } from '../rule.js'
import type { Subject } from '../subject.js'

export const goldScores = defineRule<'statement' | 'speaker'>({
  id: 'gold-scores',
  severity: 'error',
  summary: 'the statements found are too far from the gold beside the texts',
  explanation: [
    'Where a `.json` file of gold lies beside a `.txt` article of the same name, what is extracted is compared with it, as `hearsay evaluate statements` does. A floor stops a change of model, options or texts that makes it worse. Gold that cannot be read, or is of another text, is told of too.',
  ],
  thresholds: {
    statement: { value: 60, what: 'lowest F1 of statements, in percent', least: 0, most: 100 },
    speaker: { value: 50, what: 'lowest F1 of statements with the right speaker, in percent', least: 0, most: 100 },
  },
  needsRecord: true,
  begin: async ({ statement, speaker }) => {
    // Loaded only here: whoever extracts or reads has no use for it.
    const [{ GOLD, differing, parse, readObjects }, { evaluateStatements }, { Misses }, { sha256Of }] =
      await Promise.all([
        import('../../train/gold.js'),
        import('../../train/evaluate/statements.js'),
        import('../../train/evaluate/misses.js'),
        import('../../record/sha256.js'),
      ])
    const pairs: Parameters<typeof evaluateStatements>[0][number][] = []
    return {
      article(subject) {
        const file = goldBeside(subject)
        if (file === undefined) return undefined
        try {
          const [{ value, place }] = readObjects(file)
          const gold = parse(GOLD.statements, value, 'gold of statements', place)
          const actual = sha256Of(subject.text)
          if (gold.sha256 !== undefined && gold.sha256 !== actual)
            throw new HearsayError('bad-record', `not the text annotated: ${differing(gold.sha256, actual)}`, place)
          pairs.push([{ ...gold, text: subject.text }, subject.record])
          return undefined
        } catch (error) {
          if (!(error instanceof HearsayError)) throw error
          const place = { ...subject.place, ...error.place }
          return { place, message: `the gold beside the text cannot be used (${error.code})`, excerpt: error.message }
        }
      },
      *end(): Generator<Observation> {
        if (pairs.length === 0) return
        const { statement: found, whoSaidWhat } = evaluateStatements(pairs, new Misses(0, () => undefined))
        const of = `of ${counted(pairs.length, 'article')} with gold`
        if (found.f1 < statement) yield { message: `F1 of statements ${of}: ${found.f1}, expected ${statement} at least` } // prettier-ignore
        if (whoSaidWhat.f1 < speaker) {
          yield { message: `F1 of statements with the right speaker ${of}: ${whoSaidWhat.f1}, expected ${speaker} at least` } // prettier-ignore
        }
      },
    }
  },
})

/** The gold of an article that is a file of its own. */
function goldBeside({ origin }: Subject): string | undefined {
  if (origin?.isVerbatim !== true || origin.place.file === undefined) return undefined
  const file = goldFileOf(origin.place.file)
  return file !== undefined && existsSync(file) ? file : undefined
}
