import { counted, defineRule, PLACES } from '../rule.js'

/** How Windows-1252 shows the bytes 0x80 to 0xBF, which go on a character in UTF-8; Latin-1 shows the first half as controls. */
const GOES_ON = '\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178' // prettier-ignore

/** The same of Windows-1251. */
const GOES_ON_CYRILLIC = '\u0402\u0403\u201a\u0453\u201e\u2026\u2020\u2021\u20ac\u2030\u0409\u2039\u040a\u040c\u040b\u040f\u0452\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u2122\u0459\u203a\u045a\u045c\u045b\u045f\u00a0\u040e\u045e\u0408\u00a4\u0490\u00a6\u00a7\u0401\u00a9\u0404\u00ab\u00ac\u00ad\u00ae\u0407\u00b0\u00b1\u0406\u0456\u0491\u00b5\u00b6\u00b7\u0451\u2116\u0454\u00bb\u0458\u0405\u0455\u0457' // prettier-ignore

/** Those of `GOES_ON` that follow a word in sound text: quotation marks, apostrophes, dashes, spaces, hyphens and signs of trade. */
const FOLLOWS =
  '\u00a0\u00a9\u00ab\u00ad\u00ae\u00b4\u00b7\u00bb\u2013\u2014\u2018-\u201e\u2022\u2026\u2039\u203a\u2122'

/** What shows the first byte of Western, Greek, Cyrillic and Hebrew letters; hardly a word ends in one of these. */
const BEGINS = '\u00c2-\u00c5\u00ce-\u00d1\u00d7'

/**
 * UTF-8 taken for a one-byte encoding: what shows the first byte of a character, and what shows those that go on with it. Where a word may end
 * in the first and all others may follow a word (“BEYONCÉ”), two such in a row are asked for; of Cyrillic ones, which mostly may, three.
 */
const MOJIBAKE = new RegExp(
  [
    `[${BEGINS}][${GOES_ON}]`,
    ...['[\u00c2-\u00df]', '[\u00e0-\u00ef]', '[\u00f0-\u00f4]'].flatMap((first, at) => [
      `${first}(?![${FOLLOWS}]{${at + 1}})[${GOES_ON}]{${at + 1}}`,
      `(?:${first}[${FOLLOWS}]{${at + 1}}){2}`,
    ]),
    `(?:[\u0420\u0421][${GOES_ON_CYRILLIC}]){3}`,
    `\u0432\u0402[${GOES_ON_CYRILLIC}]`,
  ].join('|'),
  'gu',
)

export const mojibake = defineRule({
  id: 'mojibake',
  severity: 'error',
  summary: 'UTF-8 that was decoded as another encoding',
  explanation: [
    'Text such as `donâ€™t` or `cafÃ©`: bytes of UTF-8 were taken for Windows-1252, Latin-1 or Windows-1251 by whatever stored the article. Quotation marks are the first to go, and with them the statements.',
    'Store the article again from its source. Where that is gone, encoding the text as Windows-1252 and decoding it as UTF-8 mostly brings it back.',
  ],
  thresholds: { places: PLACES },
  begin: ({ places }) => ({
    article(subject) {
      const found = [...subject.text.matchAll(MOJIBAKE)]
      if (found.length < places) return undefined
      const [{ index, 0: text }] = found
      const message = `${counted(found.length, 'place')} where UTF-8 was decoded as another encoding, the first here`
      return {
        place: subject.at(index, index + text.length),
        message,
        excerpt: subject.excerpt(index - 10, index + 20),
      }
    },
  }),
})
