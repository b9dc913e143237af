import { shareRule } from '../share.js'

export const quantitiesWithoutUnit = shareRule({
  id: 'quantities-without-unit',
  summary: 'too many quantities have neither a unit nor a counted noun',
  explanation: [
    'Numbers of which nobody can tell what they count: tables, results and lists that were stored as running text. Percentages, money, ordinals and ratios need no unit and are left out.',
  ],
  of: 'quantities',
  which: 'without a unit or a counted noun',
  most: 0.4,
  count: ({ quantities }) => {
    const counts = quantities.filter(({ kind }) => kind === 'cardinal' || kind === 'measure')
    return [counts.filter(({ unit }) => unit === undefined).length, counts.length]
  },
})
