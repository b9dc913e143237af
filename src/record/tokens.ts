/** Parts of speech, the Universal Dependencies tags. `Tokens.pos` holds indexes into this list. */
export const PARTS_OF_SPEECH = [
  'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SPACE', 'SYM', 'VERB', 'X',
] as const // prettier-ignore

/** Index of each part of speech, as `Tokens.pos` holds it. */
export const PART_OF_SPEECH = Object.fromEntries(PARTS_OF_SPEECH.map((name, index) => [name, index])) as {
  readonly [name in (typeof PARTS_OF_SPEECH)[number]]: number
}

/**
 * An article's tokens as a struct of arrays: index `i` of every per-token array is the same token. White space is no token.
 * Offsets are half open, in UTF-16 code units of the article's text.
 */
export interface Tokens {
  readonly text: string
  /** How many tokens there are; the arrays may be longer. */
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** The lower-cased form, with straight apostrophes and without soft hyphens and joiners, which are not seen. */
  readonly word: readonly string[]
  /** Lower-cased as well. */
  readonly lemma: readonly string[]
  /** The same words and lemmas as numbers. */
  readonly forms: Forms
  /** Index into `PARTS_OF_SPEECH`. */
  readonly pos: Uint8Array
  /** Index of the token's sentence. */
  readonly sentence: Int32Array
  /** Index of the token's paragraph. */
  readonly paragraph: Int32Array
  /** How many quotations the token lies in, 32 at most; a quotation's marks lie in it. */
  readonly quoteDepth: Uint8Array
  readonly sentences: Segments
  readonly paragraphs: Segments
  readonly quotations: Quotations
  /** Offsets where one sentence was glued to the next with no space between ("country.The"): the second's first character. */
  readonly glued: readonly number[]
}

/** Words and lemmas by number, so that what is known of a form is found by an index. */
export interface Forms {
  /** The form of each number. It grows from text to text; where the tokeniser has forgotten what it met, it is another list. */
  readonly all: readonly string[]
  /** Number of each token's word. */
  readonly word: Int32Array
  /** Number of each token's lemma. */
  readonly lemma: Int32Array
}

/** Runs of tokens that follow each other: token `first[i]` to `last[i]`, both included; `start` and `end` are their offsets. */
export interface Segments {
  readonly count: number
  readonly first: Int32Array
  readonly last: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
}

/**
 * Quotations, in the order of their opening marks, nested ones after the one around them. A quotation lies within one paragraph:
 * one that runs over several is a quotation in each, the later ones with `continues` set.
 */
export interface Quotations {
  readonly count: number
  /** Token of the opening mark. */
  readonly open: Int32Array
  /** Token of the closing mark, or the paragraph's last token where it is not closed there. */
  readonly close: Int32Array
  /** 1 where the closing mark is there. */
  readonly closed: Uint8Array
  /** 1 for an outermost quotation, 2 for one within it, and so on. */
  readonly depth: Uint8Array
  /** 1 where it goes on from the quotation that the paragraph before left open. */
  readonly continues: Uint8Array
  /** Tokens of marks that could not be paired, in order; among them the opening mark of a quotation that is neither closed nor continued. */
  readonly unpaired: readonly number[]
}

/** Whether a token begins with a capital letter. */
export function isCapitalised({ text, start }: Tokens, token: number): boolean {
  const letter = text.charAt(start[token])
  return letter !== letter.toLowerCase()
}
