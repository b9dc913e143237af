import type { Record } from '../record/record.js'
import { defineRule, percent, type Rule } from './rule.js'
import { nameOf, type Place } from './subject.js'

/** What a rule adds that compares a share of the whole corpus with a limit. */
interface Share extends Pick<Rule, 'id' | 'summary' | 'explanation'> {
  /** What is counted, in the plural: `statements`. */
  readonly of: string
  /** Those of them that are too many: `without a speaker`. */
  readonly which: string
  /** The highest share by default. */
  readonly most: number
  /** How many of how many there are in a record. */
  readonly count: (record: Record) => readonly [part: number, whole: number]
}

/** A rule on a share over all articles: of few statements in one, a share says nothing. It names the article with most of them. */
export function shareRule({ of, which, most: share, count, ...rule }: Share): Rule {
  return defineRule<'share' | 'least'>({
    ...rule,
    severity: 'warning',
    thresholds: {
      share: { value: share, what: `highest share of ${of} ${which}`, least: 0, most: 1 },
      least: { value: 50, what: `fewest ${of} in the corpus that a share is told of`, least: 1, most: 1e9, isWhole: true }, // prettier-ignore
    },
    needsRecord: true,
    begin: ({ share: most, least }) => {
      let [parts, wholes] = [0, 0]
      let worst: { place: Place; part: number } | undefined
      return {
        article({ record, place }) {
          const [part, whole] = count(record)
          parts += part
          wholes += whole
          if (part > (worst?.part ?? 0)) worst = { place, part }
          return undefined
        },
        *end() {
          if (wholes < least || parts / wholes <= most) return
          const where = worst === undefined ? '' : `; most of them, ${worst.part}, are in ${nameOf(worst.place)}`
          yield {
            message: `${percent(parts / wholes)} of ${of} (${parts} of ${wholes}) are ${which}, expected ${percent(most)} at most${where}`,
          }
        },
      }
    },
  })
}
