import type { EntityType } from '../../record/record.js'
import type { Tokens } from '../../record/tokens.js'
import { genderOfGivenName } from './given-names.js'
import type { Mention } from './mentions.js'
import { Others } from './named-others.js'
import { People } from './named-people.js'
import { typeOf, variantsOf, type Variant } from './name-variants.js'

/** The mentions of names that stand for the same. */
export interface NameGroup {
  readonly mentions: number[]
  readonly type: EntityType
}

/**
 * Joins the names of an article: those with the same words, a surname with the full name, an abbreviation with what it stands for, spelling
 * variants. Two people with one surname stay two. It compares each name with a few others at most.
 * @param mentions Mentions of names, in text order.
 */
export function joinNames(tokens: Tokens, mentions: readonly Mention[]): NameGroup[] {
  const variants = variantsOf(tokens, mentions)
  const surnames = new Set(
    variants.filter((one) => one.words.length === 1 && typeOf(one) === 'PERSON').map(({ words }) => words[0]),
  )
  const isPerson = (variant: Variant): boolean => typeOf(variant) === 'PERSON' || isFullName(variant, surnames)
  const [people, others]: [Variant[], Variant[]] = [[], []]
  for (const variant of variants) (isPerson(variant) ? people : others).push(variant)
  const persons = new People(tokens, mentions)
  for (const variant of longestFirst(people)) persons.add(variant)
  const rest = new Others(tokens, mentions)
  for (const variant of longestFirst(others)) {
    const holder = persons.holderOf(variant)
    if (holder !== undefined) {
      for (const mention of variant.mentions) holder.mentions.push(mention)
      continue
    }
    // A surname alone is often taken for an organisation, and some are places as well.
    const isSurname =
      variant.words.length === 1 &&
      variant.acronym === '' &&
      persons.has(variant.words[0]) &&
      (!PLACED.has(typeOf(variant)) || acts(tokens, mentions, variant))
    if (isSurname || (persons.hasInitials(variant.acronym) && !rest.knows(variant))) persons.add(variant)
    else rest.add(variant)
  }
  return [...persons.groups, ...rest.groups].map(({ mentions: joined, votes }) => ({
    mentions: joined.sort((a, b) => a - b),
    type: typeOf({ votes }),
  }))
}

const PLACED: ReadonlySet<EntityType> = new Set(['LOCATION', 'NORP'])

/** Whether a name that was taken for something else is somebody's in full, who is named by surname as well: "MICHELLE McLean", "McLean". */
function isFullName({ words }: Variant, surnames: ReadonlySet<string>): boolean {
  return words.length === 2 && surnames.has(words[1]) && genderOfGivenName(words[0]) > 0
}

/** Whether what may be a place is never said to be where something is, and does something: "Arequipa says". */
function acts({ word }: Tokens, mentions: readonly Mention[], variant: Variant): boolean {
  const own = variant.mentions.map((mention) => mentions[mention])
  return own.some(({ isSubject }) => isSubject) && !own.some(({ first }) => WHERE.has(word[first - 1]))
}

const WHERE = new Set('in at from to of near into across around outside through throughout within over'.split(' '))

function longestFirst(variants: readonly Variant[]): Variant[] {
  return [...variants].sort((a, b) => b.words.length - a.words.length || a.mentions[0] - b.mentions[0])
}
