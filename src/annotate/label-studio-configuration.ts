import { ENTITY_TYPES } from '../record/record.js'
import { ATTRIBUTES, LABELS } from './drawing.js'
import { CHOICES, CONTROLS, MARKS, RELATIONS } from './label-studio.js'

const COLOURS: Readonly<Record<string, string>> = {
  Statement: '#d4a017',
  Cue: '#d1495b',
  Source: '#2e86ab',
  Addressee: '#8e6bbf',
  Medium: '#8e6bbf',
  SaidAt: '#5a9e6f',
  Quantity: '#1b9e77',
  Time: '#5a9e6f',
}

/** Label Studio's labelling configuration, which a project of exported tasks needs. */
export function labelStudioConfiguration(): string {
  const { labels, text, note, marks } = CONTROLS
  const choices = (name: string, values: readonly string[], choice: 'single' | 'multiple') => [
    `    <Choices name="${name}" toName="${text}" perRegion="true" choice="${choice}" showInline="true">`,
    ...values.map((value) => `      <Choice value="${value}"/>`),
    '    </Choices>',
  ]
  return [
    '<View>',
    '  <Relations>',
    ...RELATIONS.map((relation) => `    <Relation value="${relation}"/>`),
    '  </Relations>',
    `  <Labels name="${labels}" toName="${text}">`,
    ...LABELS.map((label) => `    <Label value="${label}" background="${COLOURS[label] ?? '#9a9a9a'}"/>`),
    '  </Labels>',
    `  <Text name="${text}" value="$text" granularity="character"/>`,
    `  <View visibleWhen="region-selected" whenTagName="${labels}" whenLabelValue="Statement">`,
    ...CHOICES.flatMap((attribute) => [
      `    <Header value="${attribute}" size="6"/>`,
      ...choices(attribute, ATTRIBUTES[attribute], 'single'),
    ]),
    ...choices(marks, MARKS, 'multiple'),
    '    <Header value="Speaker, where no entity is linked: NAME, or NAME / OTHER NAME" size="6"/>',
    '  </View>',
    `  <View visibleWhen="region-selected" whenTagName="${labels}" whenLabelValue="${ENTITY_TYPES.join(',')}">`,
    '    <Header value="The full name, where the words are not it" size="6"/>',
    '  </View>',
    `  <View visibleWhen="region-selected" whenTagName="${labels}" whenLabelValue="Quantity,Time">`,
    '    <Header value="kind=money; value=7.5e9; currency=USD; comparator=&gt;" size="6"/>',
    '  </View>',
    `  <TextArea name="${note}" toName="${text}" perRegion="true" editable="true" maxSubmissions="1" rows="1"/>`,
    '</View>',
    '',
  ].join('\n')
}
