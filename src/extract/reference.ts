/** Ends of web addresses of countries that write the month first. */
const MONTH_FIRST = new Set(['us', 'gov', 'mil', 'edu', 'ph'])

/** Of countries that write the day first. Those of none, as "com" and "org", and of countries that write it both ways are in neither. */
const DAY_FIRST = new Set('uk au nz ie in za ke ng gh pk bd lk sg my hk eu de fr es it nl be ch at pt pl ru ua kz tr gr ro bg rs hr si cz sk dk no fi ar br cl co mx pe ve ec uy py bo il eg sa ae qa om kw jo lb ma tn dz'.split(' ')) // prettier-ignore

/** Whether 03/04/2022 is 3 April where an article comes from, by its web address; null where that does not tell. */
export function dayFirstIn(uri: string | undefined): boolean | null {
  if (uri === undefined || !URL.canParse(uri)) return null
  const country = new URL(uri).hostname.split('.').at(-1) ?? ''
  return DAY_FIRST.has(country) ? true : MONTH_FIRST.has(country) ? false : null
}

/** A day as addresses and file names have it: "/2022/01/17/", "ria-2022-01-17", "20220117". */
const DAY = /(?<!\d)((?:19|20)\d{2})([-/_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/

/** The day that an article's web address or id tells, `YYYY-MM-DD`; null where neither has one. */
export function dayIn(...addresses: readonly (string | undefined)[]): string | null {
  for (const address of addresses) {
    const found = address === undefined ? null : DAY.exec(address)
    if (found !== null) return `${found[1]}-${found[3]}-${found[4]}`
  }
  return null
}
