import { ENTITY_TYPES } from '../record/record.js'
import { ATTRIBUTES, ROLE_LABELS } from './drawing.js'

/** brat's `annotation.conf`: what can be annotated. */
export function bratAnnotationConfiguration(): string {
  const parts = Object.values(ROLE_LABELS)
  const roles = parts.map((label) => `${label}*:${label}`).join(', ')
  const attributes = Object.entries(ATTRIBUTES).map(
    ([attribute, values]) => `${attribute} Arg:Statement${values.length === 0 ? '' : `, Value:${values.join('|')}`}`,
  )
  return [
    '[entities]',
    ...ENTITY_TYPES,
    'Quantity',
    'Time',
    ...parts,
    '',
    '[relations]',
    '<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    `Statement ${roles}, Speaker*:${ENTITY_TYPES.join('|')}, Within?:Statement`,
    '',
    '[attributes]',
    ...attributes,
    '',
  ].join('\n')
}

/** brat's `visual.conf`: short names and colours. */
export function bratVisualConfiguration(): string {
  const colours = {
    Statement: '#ffe08a',
    Cue: '#ffb3a7',
    Source: '#a9d5ff',
    Addressee: '#d7c4f5',
    Medium: '#d7c4f5',
    SaidAt: '#cde7c9',
    Quantity: '#c8f0dd',
    Time: '#cde7c9',
  }
  return [
    '[labels]',
    'Statement | Statement | St',
    'SaidAt | Said at | At',
    'Addressee | Addressee | To',
    'ORGANIZATION | Organization | Org',
    'PERSON | Person | Per',
    'LOCATION | Location | Loc',
    '',
    '[drawing]',
    'SPAN_DEFAULT fgColor:black, bgColor:#e8e8e8, borderColor:darken',
    'ARC_DEFAULT color:black, arrowHead:triangle-5',
    'ATTRIBUTE_DEFAULT glyph:*',
    ...Object.entries(colours).map(([label, colour]) => `${label} bgColor:${colour}`),
    'Negated box:crossed, glyph:<NONE>, dashArray:<NONE>',
    'Optional dashArray:3-3, box:<NONE>, glyph:<NONE>',
    '',
  ].join('\n')
}
