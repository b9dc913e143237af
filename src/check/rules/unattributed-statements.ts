import { shareRule } from '../share.js'

export const unattributedStatements = shareRule({
  id: 'unattributed-statements',
  summary: 'too many statements have no speaker',
  explanation: [
    'Words are quoted or reported, and the text does not tell whose they are. Some always are; more than that means that bylines, captions or the lines between quotations are missing.',
  ],
  of: 'statements',
  which: 'without a speaker',
  most: 0.15,
  count: ({ statements }) => [statements.filter(({ speaker }) => speaker === null).length, statements.length],
})
