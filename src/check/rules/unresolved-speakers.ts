import { shareRule } from '../share.js'

export const unresolvedSpeakers = shareRule({
  id: 'unresolved-speakers',
  summary: 'too many speakers are not resolved to a name',
  explanation: [
    'Who speaks is a pronoun or a description ("she", "the minister"), and no name of the article belongs to it. Mostly articles are cut at their beginning, where names stand in full, or are not news.',
  ],
  of: 'speakers',
  which: 'not resolved to a name',
  most: 0.4,
  count: ({ statements }) => {
    const speakers = statements.flatMap(({ speaker }) => speaker ?? [])
    return [speakers.filter(({ resolved }) => !resolved).length, speakers.length]
  },
})
