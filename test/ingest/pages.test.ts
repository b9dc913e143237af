import { describe, expect, test } from 'vitest'
import { folderWith, readAll } from './folder.js'

/** Pages as news sites build them, each with its own furniture. What is in `has` is the article's, in this order; `lacks` is not. */
interface Sample {
  readonly page: string | Buffer
  readonly has: readonly string[]
  readonly lacks: readonly string[]
  readonly fields?: object
}

const P1 =
  'The council of Marrow Bay voted on Tuesday to rebuild the sea wall that a storm broke in January, after a meeting that lasted until midnight.'
const P2 =
  '“We have waited long enough, and another winter will not wait for us,” said Ines Halloran, who chairs the harbour committee.'
const P3 =
  'The wall is to cost 4.2 million euros, half of it paid by the region; builders are expected to begin in the second week of May.'
const P4 =
  'Fishermen who had blocked the slipway in protest said they would leave. “It is a start,” one of them, Piet Oller, said. “We will see.”'
const paragraphs = (...all: string[]) => all.map((text) => `<p>${text}</p>`).join('\n')
const STORY = [P1, P2, P3, P4]

const MENU = `<nav class="main-nav"><ul>${['Home', 'Politics', 'Business', 'Sport', 'Weather', 'Puzzles']
  .map((name) => `<li><a href="/${name.toLowerCase()}">${name}</a></li>`)
  .join('')}</ul></nav>`
const TEASERS = `<aside class="related"><h2>More from Marrow Bay</h2><ul>${[
  'Ferry “will not sail” before Easter, owners warn',
  'Ten things to do with seaweed',
  'School roof: parents demand answers',
]
  .map((title, n) => `<li><a href="/news/${n}">${title}</a></li>`)
  .join('')}</ul></aside>`
const FOOTER =
  '<footer><p>© Marrow Bay Messenger. All rights reserved. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy policy</a></p></footer>'

const SAMPLES: { readonly [name: string]: Sample } = {
  'a news page with navigation, teasers and a footer': {
    page: `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Sea wall to be rebuilt | Marrow Bay Messenger</title>
      <meta property="og:site_name" content="Marrow Bay Messenger"><meta property="article:published_time" content="2023-03-14T23:55:00+01:00">
      <meta name="author" content="Ruth Anders"></head><body><header><a class="logo" href="/">Messenger</a>${MENU}</header>
      <main><article><h1>Sea wall to be rebuilt</h1><div class="byline">By <a rel="author" href="/by/ruth">Ruth Anders</a></div>
      <figure><img src="wall.jpg" alt="The wall"><figcaption>The broken wall on Monday. Photo: Jo Lind</figcaption></figure>
      ${paragraphs(P1, P2)}<div class="ad">Advertisement</div>${paragraphs(P3, P4)}</article>${TEASERS}</main>${FOOTER}</body></html>`,
    has: STORY,
    lacks: ['Puzzles', 'seaweed', 'Imprint'],
    fields: {
      author: 'Ruth Anders',
      publisher: 'Marrow Bay Messenger',
      published: '2023-03-14T23:55:00+01:00',
      language: 'en-GB',
    },
  },
  'a live blog': {
    page: `<!DOCTYPE html><html lang="en"><head><title>Storm: live updates</title></head><body>${MENU}<main><article class="liveblog">
      <h1>Storm: live updates</h1>${[
        ['21:40', P4],
        ['20:15', P3],
        ['19:02', P2],
        ['18:30', P1],
      ]
        .map(
          ([time, text]) =>
            `<section class="live-post" id="post-${time}"><header><time datetime="2023-01-09T${time}:00Z">${time}</time><h2>Update of ${time}</h2></header><div class="post-body">${paragraphs(text)}</div></section>`,
        )
        .join('')}</article></main>${FOOTER}</body></html>`,
    has: [P4, P3, P2, P1],
    lacks: ['Puzzles', 'Imprint'],
  },
  'a page for phones (AMP)': {
    page: `<!doctype html><html amp lang="en"><head><meta charset="utf-8"><script async src="https://cdn.example.org/v0.js"></script>
      <link rel="canonical" href="https://messenger.example.org/sea-wall"><style amp-boilerplate>body{visibility:hidden}</style>
      <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Sea wall to be rebuilt","author":[{"@type":"Person","name":"Ruth Anders"}],"datePublished":"2023-03-14"}</script>
      </head><body><amp-sidebar id="menu" layout="nodisplay"><ul><li><a href="/sport">Sport of the day</a></li></ul></amp-sidebar>
      <article><h1>Sea wall to be rebuilt</h1><amp-img src="wall.jpg" width="600" height="400" layout="responsive"></amp-img>
      ${paragraphs(P1)}<amp-ad width="300" height="250" type="x"></amp-ad>${paragraphs(P2, P3, P4)}
      <amp-social-share type="mail"></amp-social-share></article></body></html>`,
    has: STORY,
    lacks: ['Sport of the day'],
    fields: { author: 'Ruth Anders', published: '2023-03-14', uri: 'https://messenger.example.org/sea-wall' },
  },
  'quotations in blocks of their own': {
    page: `<!DOCTYPE html><html><head><title>“We have waited long enough”</title></head><body><article>${paragraphs(P1)}
      <blockquote class="pullquote"><p>“We have waited long enough, and another winter will not wait for us.”</p><footer>Ines Halloran</footer></blockquote>
      ${paragraphs(P3)}<blockquote>It is a start. We will see, and we will count every stone that they lay.<cite>Piet Oller, fisherman</cite></blockquote>
      ${paragraphs(P4)}</article>${FOOTER}</body></html>`,
    has: [
      P1,
      '“We have waited long enough, and another winter will not wait for us.”',
      P3,
      'It is a start. We will see, and we will count every stone that they lay.\n\nPiet Oller, fisherman',
      P4,
    ],
    lacks: ['Imprint'],
  },
  'a banner about cookies before everything': {
    page: `<!DOCTYPE html><html lang="en"><head><title>Sea wall</title></head><body>
      <div id="cookie-consent" class="cookie-banner modal" role="dialog"><h2>We value your privacy</h2><p>We and our 847 partners store and access information on a device, such as cookies, and process personal data for “personalised advertising”, measurement and audience research.</p><button>Accept all</button><button>Manage options</button></div>
      ${MENU}<div class="page"><div class="article-body">${paragraphs(...STORY)}</div></div>${FOOTER}</body></html>`,
    has: STORY,
    lacks: ['847 partners', 'Accept all'],
  },
  'a table in the article': {
    page: `<!DOCTYPE html><html lang="en"><head><title>Sea wall</title></head><body><article>${paragraphs(P1, P2)}
      <table><caption>How the council voted</caption><thead><tr><th>Party</th><th>For</th><th>Against</th></tr></thead><tbody><tr><td>Harbour List</td><td>9</td><td>0</td></tr><tr><td>Civic Union</td><td>4</td><td>6</td></tr></tbody></table>
      ${paragraphs(P3, P4)}</article></body></html>`,
    has: [P1, P2, 'Harbour List 9 0', 'Civic Union 4 6', P3, P4],
    lacks: [],
  },
  'comments of readers below': {
    page: `<!DOCTYPE html><html lang="en"><head><title>Sea wall</title></head><body><main><article>${paragraphs(...STORY)}</article>
      <section id="comments" class="comments"><h2>3 comments</h2>${['gull1', 'oldsalt', 'marta']
        .map(
          (name) =>
            `<div class="comment"><b>${name}</b><p>They said “never again” in 1998 too, and I was there and I remember every word.</p></div>`,
        )
        .join('')}</section></main>${FOOTER}</body></html>`,
    has: STORY,
    lacks: ['oldsalt', 'never again'],
  },
  'declared to be Windows-1252': {
    page: Buffer.from(
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>Sea wall</title></head><body><table width="780"><tr><td><a href="/">Home</a></td></tr><tr><td><font size="2">${paragraphs(P1, P2.replace('“', '\x93').replace('”', '\x94').replace('Halloran', 'Hallor\xe1n'), P3)}</font></td></tr></table></body></html>`,
      'latin1',
    ),
    has: [P1, P2.replace('Halloran', 'Hallorán'), P3],
    lacks: ['\x93'],
  },
  'mostly scripts': {
    page: `<!DOCTYPE html><html lang="en"><head><title>Sea wall</title><script>window.dataLayer=window.dataLayer||[];function g(){dataLayer.push(arguments)}</script>
      <script type="application/json" id="__DATA__">{"story":{"body":"<p>“This is a copy of the story for scripts,” it says.</p>"}}</script></head>
      <body><noscript><img src="https://pixel.example.org/?noscript=1"></noscript><div id="root"><div class="x1a"><div class="x2b"><div class="story" data-reactroot>
      ${paragraphs(P1)}<script>document.write('<p>“Written by a script,” it said.</p>')</script>${paragraphs(P2, P3)}<div class="embed"><iframe src="https://video.example.org/1"></iframe></div>${paragraphs(P4)}
      </div></div></div></div><script>${'var a=1;if(a<2&&a>0){console.log("“x”")}'.repeat(400)}</script></body></html>`,
    has: STORY,
    lacks: ['copy of the story', 'Written by a script', 'console.log'],
  },
  'a teaser before a paywall': {
    page: `<!DOCTYPE html><html lang="en"><head><title>Sea wall</title></head><body>${MENU}<article><h1>Sea wall</h1>${paragraphs(P1, P2)}
      <div class="paywall-fade"></div></article><div class="paywall" role="dialog"><h3>Read on with a subscription</h3><p>Already a subscriber? <a href="/login">Log in</a></p><ul><li>4 weeks for 1 euro</li><li>Cancel at any time</li></ul></div>${FOOTER}</body></html>`,
    has: [P1, P2],
    lacks: ['Cancel at any time'],
  },
  'lines broken instead of paragraphs': {
    page: `<html><head><title>Sea wall</title></head><body><div id="menu"><a href="/">Home</a> | <a href="/sport">Sport</a></div><div id="content">${STORY.join('<br><br>\n')}</div></body></html>`,
    has: STORY,
    lacks: ['Sport'],
  },
  'an interview with quotation marks that the page makes': {
    page: `<!DOCTYPE html><html lang="en"><head><title>Ten minutes with Ines Halloran</title></head><body><article>${paragraphs(P1)}
      <p>Asked whether she had slept, she said <q>not since January</q> and laughed; then she said that her father, too, had told her <q>the sea keeps no <q>calendar</q></q>.</p>
      ${paragraphs(P3)}<dl><dt>What will you do first?</dt><dd>“Count the stones, all of them, before anybody sells me new ones.”</dd></dl></article></body></html>`,
    has: [
      P1,
      'she said “not since January” and laughed',
      '“the sea keeps no ‘calendar’”',
      P3,
      '“Count the stones, all of them',
    ],
    lacks: [],
  },
}

describe('the main text of a page', () => {
  test.each(Object.entries(SAMPLES))('is found: %s', async (_, { page, has, lacks, fields = {} }) => {
    const { articles, lines } = await readAll([folderWith({ 'a.html': page })])
    expect(lines).toEqual([])
    const [article] = articles
    let at = 0
    for (const part of has) {
      const found = article.text.indexOf(part, at)
      expect(found, `${part}\n\nin\n\n${article.text}`).toBeGreaterThanOrEqual(at)
      at = found + part.length
    }
    for (const part of lacks) expect(article.text).not.toContain(part)
    expect(article).toMatchObject(fields)
  })

  test.each(Object.keys(SAMPLES))('is whole, and nothing is told of as lost: %s', async (name) => {
    const { articles } = await readAll([folderWith({ 'a.html': SAMPLES[name].page })])
    expect(articles[0].diagnostics).toBeUndefined()
  })

  test.each([
    [
      'a box beside the article',
      `<div class="sidebar"><p>“Nobody asked the fishermen what they thought of the old wall,” says Piet Oller.</p></div>`,
    ],
    [
      'what is hidden until it is opened',
      `<div style="display:none"><p>“Nobody asked the fishermen what they thought of the old wall,” says Piet Oller.</p></div>`,
    ],
  ])('may lack quotation marks, which is told: %s', async (_, box) => {
    const page = `<!DOCTYPE html><html lang="en"><head><title>Sea wall</title></head><body><main><article>${paragraphs(...STORY, ...STORY)}</article>${box}</main></body></html>`
    const { articles } = await readAll([folderWith({ 'a.html': page })])
    expect(articles[0].text).not.toContain('Nobody asked')
    expect(articles[0].diagnostics).toMatchObject([
      { code: 'quotation-marks-lost', message: expect.stringContaining('2 quotation marks') as string },
    ])
  })
})
