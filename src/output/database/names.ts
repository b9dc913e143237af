/** A name without case, accents and punctuation, so that "Björn O’Neill" and "BJORN O'NEILL" are one; a name of nothing else stays. */
export function normalisedName(name: string): string {
  const normalised = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`.]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
    .trim()
  return normalised === '' ? name : normalised
}
