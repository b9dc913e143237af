import { counted, defineRule, PLACES } from '../rule.js'

/** Each is bounded, so that no text can make it slow. */
const MARKUP = new RegExp(
  [
    // Tags of HTML and XML, comments, doctypes.
    String.raw`</?(?:a|abbr|article|aside|b|blockquote|body|br|center|cite|code|div|em|figure|figcaption|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|input|li|link|meta|nav|noscript|ol|p|pre|q|script|section|small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|title|tr|u|ul|video)(?:\s[^<>]{0,300})?/?>`,
    '<!--|<!doctype|<!\\[CDATA\\[',
    // Character references.
    '&(?:amp|lt|gt|quot|apos|nbsp|[lr][ds]quo|[mn]dash|hellip|eacute|copy|#\\d{2,7}|#x[0-9a-f]{2,6});',
    // Wikis, bulletin boards, Markdown.
    String.raw`\[\[[^[\]\n]{1,200}\]\]|\{\{[^{}\n]{1,200}\}\}|\[/(?:b|i|u|url|img|quote)\]|\[(?:url|img|quote)[=\]]|!?\[[^[\]\n]{1,200}\]\(https?://`,
    // Scripts and styles.
    String.raw`\bfunction\s?\([^)\n]{0,100}\)\s?\{|\{\s?(?:color|display|margin|padding|font-size)\s?:`,
  ].join('|'),
  'giu',
)

export const markup = defineRule<'places'>({
  id: 'markup',
  severity: 'warning',
  summary: 'markup was left in the text',
  explanation: [
    'Tags, character references, links of wikis or Markdown, pieces of scripts and styles: the text was not taken out of its page whole. Markup is read as words, and hides names and quotation marks.',
    'Give Hearsay the page itself (`.html`, `.warc`), or clean the text before it is stored. Markup is not taken out when an article is read: offsets would then count in another text than the stored one.',
  ],
  thresholds: { places: PLACES },
  begin: ({ places }) => ({
    article(subject) {
      // Most texts have none of the characters that all of it has, and looking for these is far faster.
      if (!/[<&[{]/.test(subject.text)) return undefined
      const found = [...subject.text.matchAll(MARKUP)]
      if (found.length < places) return undefined
      const [{ index, 0: text }] = found
      return {
        place: subject.at(index, index + text.length),
        message: `${counted(found.length, 'piece')} of markup in the text, the first here`,
        excerpt: subject.excerpt(index, index + Math.min(text.length, 60)),
      }
    },
  }),
})
