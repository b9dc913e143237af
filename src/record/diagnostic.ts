/** What a record says about its article's text or its own making, with a place where there is one. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: 'error' | 'warning' | 'info'
  readonly start?: number
  readonly end?: number
  readonly message: string
}

/** Every diagnostic that a record can hold, with its severity. */
export const DIAGNOSTICS = {
  'encoding-guessed': 'info',
  'replacement-character': 'warning',
  'control-character': 'warning',
  'lone-surrogate': 'warning',
  'empty-text': 'warning',
  'quotation-marks-lost': 'warning',
  'not-english': 'warning',
  undated: 'info',
  'glued-sentence': 'warning',
  'unpaired-quotation-mark': 'warning',
} as const satisfies Record<string, Diagnostic['severity']>

export type DiagnosticCode = keyof typeof DIAGNOSTICS

/** A diagnostic of the code's own severity; `start` and `end` where it has a place in the text. */
export function diagnostic(code: DiagnosticCode, message: string, start?: number, end?: number): Diagnostic {
  const place = start === undefined || end === undefined ? {} : { start, end }
  return { code, severity: DIAGNOSTICS[code], ...place, message }
}
