/** What a record says about its article's text or its own making, with a place where there is one. */
export interface Diagnostic {
  /** What it is about. */
  readonly code: DiagnosticCode
  /** That of its code in `DIAGNOSTICS`. */
  readonly severity: 'error' | 'warning' | 'info'
  /** Offset of the first UTF-16 code unit it is about, where it has a place. */
  readonly start?: number
  /** Offset behind the last one. */
  readonly end?: number
  /** What is the matter, in one line. */
  readonly message: string
}

/** Every diagnostic that a record can hold, with its severity. */
export const DIAGNOSTICS = {
  /** The source does not tell its encoding: it was taken from the bytes. */
  'encoding-guessed': 'info',
  /** U+FFFD stands in the text: bytes were lost before or in reading. */
  'replacement-character': 'warning',
  /** A control character that is no white space stands in the text. */
  'control-character': 'warning',
  /** Half of a surrogate pair stands in the text. */
  'lone-surrogate': 'warning',
  /** The text has no words. */
  'empty-text': 'warning',
  /** The page marks quotations that the text shows without marks. */
  'quotation-marks-lost': 'warning',
  /** The text is judged not to be English: no statements are looked for. */
  'not-english': 'warning',
  /** Nothing tells the day of the article: "on Monday" stands for no date. */
  undated: 'info',
  /** A sentence begins without a space behind the one before. */
  'glued-sentence': 'warning',
  /** A quotation mark has no partner. */
  'unpaired-quotation-mark': 'warning',
} as const satisfies Record<string, Diagnostic['severity']>

/** A key of `DIAGNOSTICS`. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS

/** A diagnostic of the code's own severity; `start` and `end` where it has a place in the text. */
export function diagnostic(code: DiagnosticCode, message: string, start?: number, end?: number): Diagnostic {
  const place = start === undefined || end === undefined ? {} : { start, end }
  return { code, severity: DIAGNOSTICS[code], ...place, message }
}
