import { diagnosed } from '../diagnosed.js'

export const gluedSentence = diagnosed({
  id: 'glued-sentence',
  code: 'glued-sentence',
  summary: 'a sentence begins with no space before it',
  explanation: [
    'As in `the end.The mayor`: whatever took the text out of its page joined two paragraphs. Hearsay sees the boundary, but other tools will not, and often more than a space was lost there.',
  ],
  what: [
    'place where a sentence begins with no space before it',
    'places where a sentence begins with no space before it',
  ],
})
