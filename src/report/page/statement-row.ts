import type { CorpusSpeaker, CorpusStatement } from './corpus.js'
import { dayShown, element, link, quoted } from './dom.js'
import { articleHash, statementsHash } from './route.js'
import { KIND_NAMES, meaningInWords, nameOf, percent, STANDING_NAMES } from './words.js'

/** A statement as one item of a list, with a link to where it stands. */
export function statementRow(said: CorpusStatement, withArticle = true): HTMLLIElement {
  const { article, statement, speaker, quantities } = said
  const { act, kind, negated, content, cue, confidence } = statement
  const { meta, day } = article.article
  return element(
    'li',
    { class: 'row', 'data-statement': statement.id },
    element(
      'div',
      { class: 'row-head' },
      speakerLink(speaker),
      standingNote(speaker),
      element('span', { class: 'how' }, `${negated ? 'not ' : ''}${act}, ${KIND_NAMES[kind]}`),
      confidenceMark(confidence),
    ),
    link(
      articleHash(article.key, statement.id),
      { class: `said ${kind}`, 'data-main': true },
      ...content.flatMap(({ text }, index) => [index === 0 ? null : ' … ', quoted(text.trim())]),
    ),
    element(
      'div',
      { class: 'row-foot' },
      ...quantities.map((quantity) =>
        element('span', { class: 'number', title: meaningInWords(quantity) }, quoted(quantity.text)),
      ),
      cue === null ? null : element('span', {}, 'cue: ', quoted(cue.text)),
      withArticle ? element('span', { class: 'where' }, quoted(article.title)) : null,
      withArticle && meta.publisher !== undefined ? element('span', {}, quoted(meta.publisher)) : null,
      withArticle ? element('span', {}, day === undefined ? 'undated' : dayShown(day)) : null,
    ),
  )
}

/** The name, as a link to all that its bearer said where others are known to be the same. */
export function speakerLink(speaker: CorpusSpeaker | null): HTMLElement {
  const name = quoted(nameOf(speaker))
  if (speaker === null || speaker.standing === 'unresolved') return element('span', { class: 'speaker doubtful' }, name)
  return link(statementsHash({ speaker: speaker.key }), { class: 'speaker' }, name)
}

/** Says where a speaker is not known by name. */
function standingNote(speaker: CorpusSpeaker | null): HTMLElement | null {
  if (speaker === null || speaker.standing === 'named') return null
  return element('span', { class: 'standing' }, STANDING_NAMES[speaker.standing])
}

/** How sure the extraction is, as a bar and a number. */
export function confidenceMark(confidence: number): HTMLElement {
  const bar = element('span', { class: 'bar' })
  bar.style.setProperty('--share', String(confidence))
  return element('span', { class: 'confidence', title: 'confidence' }, bar, percent(confidence))
}
