import type { Span } from '../../record/span.js'
import type { CorpusStatement } from './corpus.js'
import { element, link, quoted, type Child } from './dom.js'
import type { Mark } from './hues.js'
import { articleHash, statementsHash } from './route.js'
import { confidenceMark, speakerLink } from './statement-row.js'
import { doubtAbout, KIND_NAMES, meaningInWords, placeOf } from './words.js'

/** All that is known of a statement, and where in the text each part of it lies. */
export function statementDetails(said: CorpusStatement, mark: Mark): HTMLElement[] {
  const { article, statement, speaker, quantities, times, entities } = said
  const { act, kind, negated, source, cue, content, addressee, medium, confidence, parent } = statement
  const doubt = doubtAbout(speaker)
  const known = speaker !== null && speaker.standing !== 'unresolved' ? speaker : undefined
  const saidAt = article.article.times.find(({ id }) => id === statement.time)
  const nested = article.statements.filter((other) => other.statement.parent === statement.id)
  return [
    element(
      'div',
      { class: 'details-head' },
      element('span', { class: `tag ${mark.hue}`, 'aria-hidden': 'true' }, mark.letters),
      element('div', {}, speakerLink(speaker), rolesOf(said)),
    ),
    ...(doubt === undefined ? [] : [element('p', { class: 'doubt' }, doubt)]),
    ...(known === undefined
      ? []
      : [
          element(
            'p',
            { class: 'note' },
            link(
              statementsHash({ speaker: known.key }),
              {},
              known.statements.length === 1
                ? 'The only statement of theirs'
                : `All ${known.statements.length} statements of theirs`,
            ),
          ),
        ]),
    element(
      'dl',
      { class: 'parts' },
      ...part('Act', `${negated ? 'not ' : ''}${act}, ${KIND_NAMES[kind]}`),
      ...part('Confidence', confidenceMark(confidence)),
      ...part('Source', source === null ? 'none in the text' : spanOf(source, 'source')),
      ...part('Cue', cue === null ? 'none' : spanOf(cue, 'cue')),
      ...part('Content', ...content.map((span) => spanOf(span, 'content'))),
      ...(addressee === undefined ? [] : part('To', spanOf(addressee))),
      ...(medium === undefined ? [] : part('Medium', spanOf(medium))),
      ...(saidAt === undefined ? [] : part('Said', spanOf(saidAt, '', saidAt.value))),
      ...(quantities.length === 0
        ? []
        : part('Numbers', ...quantities.map((each) => spanOf(each, '', meaningInWords(each))))),
      ...(times.length === 0 ? [] : part('Times', ...times.map((each) => spanOf(each, '', each.value)))),
      ...(entities.length === 0 ? [] : part('Names', quoted(entities.map(({ name }) => name).join(', ')))),
      ...(parent === null ? [] : part('Within', statementLink(said, parent))),
      ...(nested.length === 0 ? [] : part('Holds', ...nested.map((each) => statementLink(each, each.statement.id)))),
    ),
  ]
}

function part(name: string, ...values: readonly Child[]): HTMLElement[] {
  return [element('dt', {}, name), ...values.map((value) => element('dd', {}, value))]
}

/** A passage with what it means and its place. */
function spanOf(span: Span, role = '', meaning?: string): HTMLElement {
  return element(
    'span',
    {},
    element('span', { class: `words ${role}` }, quoted(span.text)),
    meaning === undefined || meaning === span.text
      ? null
      : element('span', { class: 'meaning' }, ' = ', quoted(meaning)),
    ' ',
    element('span', { class: 'place', title: 'place in the text, in UTF-16 code units' }, placeOf(span)),
  )
}

function statementLink({ article, speaker }: CorpusStatement, id: string): HTMLElement {
  const other = article.statements.find(({ statement }) => statement.id === id)
  const name = (other?.speaker ?? speaker)?.name ?? 'nobody named'
  return link(articleHash(article.key, id), {}, 'a statement by ', quoted(name))
}

function rolesOf({ speaker }: CorpusStatement): Child {
  if (speaker === null || speaker.roles.size === 0) return null
  return element('div', { class: 'role' }, quoted([...speaker.roles].slice(0, 3).join(', ')))
}
