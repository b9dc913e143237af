import { readFileSync } from 'node:fs'
import { ENTITIES_MODEL } from '../../../src/extract/index.js'
import { NameFinder, type Name } from '../../../src/extract/entities/names.js'
import { decodeModel } from '../../../src/tagger/model-file.js'
import { createTokeniser } from '../../../src/tokenise/index.js'
import type { Tokens } from '../../../src/record/tokens.js'

const tokeniser = createTokeniser()

export const finder = new NameFinder(decodeModel(readFileSync(ENTITIES_MODEL), 'entities.bin'))

export function tokenise(text: string): Tokens {
  return tokeniser.tokenise(text)
}

export function textOf({ text, start, end }: Tokens, { first, last }: Pick<Name, 'first' | 'last'>): string {
  return text.slice(start[first], end[last])
}

/** The names of a text in order, each with its type. */
export function namesIn(text: string): [name: string, type: string][] {
  const tokens = tokenise(text)
  return finder.find(tokens).map((name) => [textOf(tokens, name), name.type])
}
