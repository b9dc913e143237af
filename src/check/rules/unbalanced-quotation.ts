import { diagnosed } from '../diagnosed.js'

export const unbalancedQuotation = diagnosed({
  id: 'unbalanced-quotation',
  code: 'unpaired-quotation-mark',
  summary: 'a quotation mark has no partner',
  explanation: [
    'One mark of a pair is missing, is of another kind or stands in another paragraph, so that it cannot be told what is quoted. A quotation that goes on in the next paragraph and opens again there is no fault.',
  ],
  what: ['quotation mark without a partner', 'quotation marks without a partner'],
})
