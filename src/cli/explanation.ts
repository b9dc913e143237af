import { printable } from '../output/printable.js'
import type {
  ClaimAccount,
  ConfidenceAccount,
  Decision,
  DraftAccount,
  Explanation,
  LabelScores,
  LogOddsAccount,
  MentionAccount,
  Outcome,
  Rule,
} from '../extract/explanation.js'
import type { SequenceScore } from '../tagger/scores.js'

/** How many features are shown one by one; the others are summed. */
const SHOWN_FEATURES = 12

/** How many labels are shown: those with the best sequences. */
const SHOWN_LABELS = 4

/** An explanation for reading in a terminal. What comes from the article is made safe to show. */
export function explanationText(explanation: Explanation): string {
  const { id, offset, decision, firstPass, drafts, claim, mention } = explanation
  const lines = [
    `${printable(id)} at ${offset}: ${quoted(explanation.place.token.text)}`,
    ...indented([sentenceOn(decision)]),
    ...section('Place', placeLines(explanation)),
  ]
  if (firstPass !== null) {
    const { candidates, leastCueProbability, probabilities, scores } = firstPass
    const found = candidates.map(
      (each) => `${placeOf(each)}  ${quoted(each.text)}  ${fixed(each.probability)}  ${OUTCOMES[each.outcome]}`,
    )
    const roles = Object.entries(probabilities).map(([role, probability]) => `${role} ${fixed(probability)}`)
    lines.push(
      ...section(
        `Cue candidates of the passage, those of the first pass from ${leastCueProbability}`,
        found.length === 0 ? ['none'] : found,
      ),
      ...section('First pass on the token', [roles.join(', '), ...scoreLines(scores)]),
    )
    for (const draft of drafts)
      lines.push(...section(`Draft around the cue ${quoted(draft.cue.text)}`, draftLines(draft)))
    if (claim !== null) lines.push(...section('Content that no draft brought into a statement', claimLines(claim)))
  }
  if (mention !== null) lines.push(...section(`Mention ${quoted(mention.text)}`, mentionLines(mention)))
  return `${lines.join('\n')}\n`
}

const OUTCOMES: { readonly [outcome in Outcome]: string } = {
  accepted: 'became a statement',
  'low-confidence': 'not sure enough',
  overlapped: 'a surer draft has words of its cue',
  'no-content': 'no content was found for it, or none is left',
  echo: 'repeats a statement that is there',
}

const REASONS: { readonly [rule in Rule]: string } = {
  ...OUTCOMES,
  'not-english': 'the text is not English',
  'no-cue-candidate': 'nothing in the passage may be a cue',
  outside: 'no draft of the passage has it',
  cut: 'the draft around it was cut before it',
  claimed: 'no statement had it, and it most probably belongs to this one',
  'continued-quotation': 'the quotation goes on from another paragraph',
  'implied-speaker': 'the quotation stands alone, and is of whom what stands before it tells',
  interview: 'the text is an interview, and this is a turn of it',
  'set-phrase': 'a set phrase, or a clause that ends the sentence, says so',
}

/** The decision as a sentence. */
function sentenceOn({ inStatement, rule, statement, role }: Decision): string {
  const what = inStatement ? `In a statement: ${role ?? 'part'} of ${statement ?? 'one'}` : 'Not in a statement'
  return rule === 'accepted' ? `${what}.` : `${what}: ${REASONS[rule]}.`
}

function placeLines({ place }: Explanation): string[] {
  const { token, sentence, paragraph, language, quotations, unpaired } = place
  const lines = [
    `token      ${placeOf(token)}  ${token.partOfSpeech}, lemma ${quoted(token.lemma)}`,
    `sentence   ${placeOf(sentence)}  ${quoted(sentence.text)}`,
    `paragraph  ${placeOf(paragraph)}  language ${language}`,
  ]
  for (const quotation of quotations) {
    const facts = [
      quotation.holdsToken ? 'holds the token' : 'beside the token',
      ...(quotation.depth > 1 ? [`${quotation.depth} deep`] : []),
      ...(quotation.closed ? [] : ['not closed']),
      ...(quotation.continues ? ['goes on from the paragraph before'] : []),
    ]
    lines.push(`quotation  ${placeOf(quotation)}  ${facts.join(', ')}`)
  }
  for (const mark of unpaired) lines.push(`unpaired   ${placeOf(mark)}  ${quoted(mark.text)}`)
  return lines
}

function scoreLines(scores: LabelScores): string[] {
  const { labels, features, emissions, sequences, probabilities, best, nextBest, likeliest, unit } = scores
  const shown = sequences
    .flatMap((sequence, label) => (sequence === null ? [] : [{ label, sequence }]))
    .sort((a, b) => Number(b.label === best) - Number(a.label === best) || b.sequence.total - a.sequence.total)
    .slice(0, SHOWN_LABELS)
  const row = (name: string, cell: (label: number, sequence: SequenceScore) => string): string[] => [
    name,
    ...shown.map(({ label, sequence }) => cell(label, sequence)),
  ]
  const labelled = (label: number | null, edge: string): string => (label === null ? edge : labels[label])
  const sum = (from: number, label: number): number =>
    features.slice(from).reduce((total, { units }) => total + units[label], 0)
  const rows = [
    row('', (label) => labels[label]),
    ...features
      .slice(0, SHOWN_FEATURES)
      .map(({ template, values, units }) =>
        row(`${template} = ${values.map(printable).join(' | ')}`, (label) => String(units[label])),
      ),
    row(`${Math.max(0, features.length - SHOWN_FEATURES)} other features`, (label) =>
      String(sum(SHOWN_FEATURES, label)),
    ),
    row('sum of features', (label) => String(sum(0, label))),
    row(`emission: the sum times ${unit.toPrecision(6)}`, (label) => fixed(emissions[label])),
    row('all tokens before', (_, { earlier }) => fixed(earlier)),
    row('transition to it', (_, { into, before }) => `${fixed(into)} from ${labelled(before, 'the beginning')}`),
    row('transition from it', (_, { onward, after }) => `${fixed(onward)} to ${labelled(after, 'the end')}`),
    row('all tokens after', (_, { later }) => fixed(later)),
    row('best sequence with it', (_, { total }) => fixed(total)),
    row('probability', (label) => fixed(probabilities[label])),
  ]
  const margin =
    nextBest === null
      ? ''
      : `, ${fixed(sequences[best]!.total - sequences[nextBest]!.total)} ahead of ${labels[nextBest]}`
  return [
    ...table(rows),
    `Best sequence: ${labels[best]}${margin}.`,
    `Likeliest, which the second pass sees: ${labels[likeliest]}.`,
  ]
}

function draftLines(draft: DraftAccount): string[] {
  const { cue, source, content, cueProbability, confidence, outcome, statement, surer, parent } = draft
  const facts = [
    `cue      ${placeOf(cue)}  ${quoted(cue.text)}  probability ${fixed(cueProbability)}`,
    source === null ? 'source   none' : `source   ${placeOf(source)}  ${quoted(source.text)}`,
    ...content.map((span) => `content  ${placeOf(span)}  ${quoted(span.text)}`),
  ]
  if (parent !== undefined) facts.push(`within   ${parent}`)
  const loser = surer === undefined ? '' : `: ${quoted(surer.text)} at ${surer.start}`
  const end = outcome === 'accepted' && statement !== undefined ? `became ${statement}` : `${OUTCOMES[outcome]}${loser}`
  return [...facts, ...confidenceLines(confidence), `So: ${end}.`]
}

function claimLines(claim: ClaimAccount): string[] {
  const { content, cue, statement, probability, least } = claim
  const owner = statement ?? 'a statement that was dropped'
  return [
    `content  ${placeOf(content)}  ${quoted(content.text)}`,
    `cue      ${placeOf(cue)}  ${quoted(cue.text)}, of ${owner}`,
    ...table([
      ['', 'weight', 'value', 'product'],
      ...sumRows('that it belongs there', claim),
      ['probability', '', '', fixed(probability)],
      ['needed', '', '', fixed(least)],
    ]),
    `So: ${probability < least ? 'belongs to none' : `given to ${owner}`}.`,
  ]
}

/** How many antecedents are shown, and how much evidence of each. */
const SHOWN_ANTECEDENTS = 5
const SHOWN_EVIDENCE = 12

function mentionLines({ start, end, form, name, antecedents }: MentionAccount): string[] {
  const lines = [
    `${placeOf({ start, end })}  ${form}, of ${name === null ? 'nobody that could be told' : quoted(name)}`,
  ]
  if (antecedents.length === 0)
    return [...lines, 'No antecedent was weighed: it is a name, stands beside one, or is new.']
  for (const { name: other, mention, evidence, score, probability, isTaken } of antecedents.slice(
    0,
    SHOWN_ANTECEDENTS,
  )) {
    const who = other === null ? 'no antecedent' : quoted(other)
    const where = mention === null ? '' : `, ${quoted(mention.text)} at ${mention.start}`
    const others = evidence.slice(SHOWN_EVIDENCE).reduce((sum, { weight }) => sum + weight, 0)
    lines.push(
      `${isTaken ? 'taken: ' : ''}${who}${where}  probability ${fixed(probability)}`,
      ...indented(
        table([
          ...evidence.slice(0, SHOWN_EVIDENCE).map((each) => [each.evidence, fixed(each.weight)]),
          ...(evidence.length > SHOWN_EVIDENCE ? [[`${evidence.length - SHOWN_EVIDENCE} others`, fixed(others)]] : []),
          ['score', fixed(score)],
        ]),
      ),
    )
  }
  const rest = antecedents.length - SHOWN_ANTECEDENTS
  return rest > 0 ? [...lines, `${rest} others, less likely`] : lines
}

function confidenceLines(account: ConfidenceAccount): string[] {
  const { alone, probability, least } = account
  return table([
    ['', 'weight', 'value', 'product'],
    ...sumRows('by itself', alone),
    ...sumRows('beside the other drafts', account),
    ['confidence', '', '', fixed(probability)],
    ['needed', '', '', fixed(least)],
  ])
}

function sumRows(name: string, { bias, terms, logOdds }: LogOddsAccount): string[][] {
  return [
    [`bias, ${name}`, '', '', fixed(bias)],
    ...terms.map(({ evidence, weight, value }) => [evidence, fixed(weight), fixed(value), fixed(weight * value)]),
    [`log-odds, ${name}`, '', '', fixed(logOdds)],
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', title, ...indented(lines)]
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`.trimEnd())
}

/** The widest first column; more is cut off. */
const WIDEST_NAME = 60

/** Rows as lines: the first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const cut = rows.map(([name, ...cells]) => [shortened(name, WIDEST_NAME), ...cells])
  const widths = cut[0].map((_, c) => Math.max(...cut.map((row) => row[c].length)))
  return cut.map((row) =>
    row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  '),
  )
}

function placeOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}..${end}`
}

/** How much of a text is shown. */
const SHOWN_TEXT = 100

function quoted(text: string): string {
  return `“${shortened(printable(text), SHOWN_TEXT)}”`
}

/** The text, with an ellipsis for what is left out of its middle. */
function shortened(text: string, length: number): string {
  const characters = Array.from(text)
  if (characters.length <= length) return text
  const half = Math.floor((length - 1) / 2)
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`
}

function fixed(value: number): string {
  return value.toFixed(4)
}
