/** A name as it is compared: without accents, case, punctuation, possessive 's, articles and common titles. */
export function plainName(name: string | null | undefined): string {
  return (name ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(?:the|a|an|mr|mrs|ms|dr|sir|president|minister)\b\.?/g, ' ')
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether the two are the same name. */
export function sameName(a: string | null | undefined, b: string | null | undefined): boolean {
  return plainName(a) === plainName(b)
}

/** Whether every word of the first name is one of the second's. */
export function isPartOfName(part: string, whole: string): boolean {
  const words = plainName(part).split(' ').filter(Boolean)
  const all = new Set(plainName(whole).split(' '))
  return words.length > 0 && words.every((word) => all.has(word))
}
