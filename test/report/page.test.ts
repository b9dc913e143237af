import axe from 'axe-core'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Quantity } from '../../src/record/record.js'
import { reportArticle, type ReportInput } from '../../src/report/data.js'
import { CHROMIUM, launchChromium } from '../chromium.js'
import { describeWith } from '../required.js'
import { HOSTILE, INPUTS, pageOf, recordOf } from './sample.js'

const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 844 }

/** Of the colours of the kinds, in bars and in their legend: how many there are, and the least contrast with what is behind them (WCAG 1.4.11). */
const CONTRASTS = `(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (node) => {
    for (let at = node.parentElement; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (!backgroundColor.startsWith('rgba(')) return backgroundColor
    }
  }
  const shown = [
    ...[...document.querySelectorAll('.swatch')].map((node) => [node, getComputedStyle(node).backgroundColor]),
    ...[...document.querySelectorAll('svg.plot rect')].map((node) => [node, getComputedStyle(node).fill]),
  ]
  const contrasts = shown.map(([node, colour]) => {
    const [dark, bright] = [light(colour), light(behind(node))].sort((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05)
  })
  return { kinds: new Set(shown.map(([, colour]) => colour)).size, least: Math.min(...contrasts) }
})()`

describeWith(
  'chromium',
  CHROMIUM !== undefined,
  'no Chromium, which HEARSAY_CHROMIUM may name',
  'the page in Chromium',
  () => {
    let browser: Browser
    let folder: string
    let page: Page
    /** What the browser complained of, and what it asked for beside the page. */
    let complaints: string[]
    let requests: string[]

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'hearsay-page-'))
      browser = await launchChromium()
    })
    afterEach(async () => {
      await page.context().close()
      expect(complaints).toEqual([])
      expect(requests).toEqual([])
    })
    afterAll(async () => {
      await browser.close()
      rmSync(folder, { recursive: true })
    })

    interface Opening {
      readonly hash?: string
      readonly viewport?: typeof WIDE
      readonly scheme?: 'light' | 'dark'
      /** A script that runs before those of the page. */
      readonly before?: string
    }

    async function open(
      inputs: readonly ReportInput[],
      { hash = '', viewport = WIDE, scheme = 'light', before = '' }: Opening = {},
    ) {
      const file = join(folder, 'report.html')
      writeFileSync(file, await pageOf(inputs))
      const context = await browser.newContext({ viewport, colorScheme: scheme })
      page = await context.newPage()
      if (before !== '') await page.addInitScript(before)
      complaints = []
      requests = []
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('dialog', (dialog) => complaints.push(dialog.message()))
      context.on('request', (request) => {
        const address = request.url().replace(/#.*/s, '')
        if (address !== pathToFileURL(file).href && !address.startsWith('data:')) requests.push(address)
      })
      await page.goto(pathToFileURL(file).href + hash)
    }

    const rows = () => page.locator('.row .said')
    const heading = () => page.locator('h1').innerText()
    const focused = () => page.locator(':focus')
    const hash = () => new URL(page.url()).hash

    it('shows all at a glance, and leads from a bar to its statements', async () => {
      await open(INPUTS)
      expect(await page.locator('.figures').innerText()).toMatch(/statements\s+6\s+articles\s+2\s+named speakers\s+3/)
      expect(await page.locator('section h2').allInnerTexts()).toEqual(
        ['Over time', 'By speaker', 'Most quoted', 'By act', 'By kind', 'Numbers by kind', 'Numbers claimed'], // prettier-ignore
      )
      expect(await page.locator('svg.plot').count()).toBe(5)
      await page.getByRole('link', { name: 'Karl Orav: 1' }).click()
      expect(await rows().allInnerTexts()).toEqual(['that 40 boats had left'])
    })

    it('counts the statements with numbers that it leads to, and the articles with direct quotations', async () => {
      const [{ record }] = INPUTS
      const twice = [record.quantities[0], { ...record.quantities[0], id: 'q2' }]
      const statements = record.statements.map((said) => (said.id === 's3' ? { ...said, quantities: ['q1', 'q2'] } : said)) // prettier-ignore
      await open([{ record: { ...record, quantities: twice, statements } }, INPUTS[1]])
      expect(await page.locator('section', { hasText: 'Most quoted' }).locator('tbody tr').allInnerTexts()).toEqual(['Liis Kask\n\t8\t1']) // prettier-ignore
      const figure = page.locator('.figure', { hasText: 'statement with numbers' })
      expect(await figure.innerText()).toMatch(/^statement with numbers\s+1$/)
      await figure.getByRole('link').click()
      expect(await rows().count()).toBe(1)
    })

    it('searches as somebody types, and says so where nothing is found', async () => {
      await open(INPUTS, { hash: '#statements' })
      expect(await rows().count()).toBe(6)
      await page.locator('#search').pressSequentially('market')
      expect(await rows().count()).toBe(2)
      expect(await page.locator('.result-head').innerText()).toContain('2 of 6 statements')
      expect(hash()).toBe('#statements?text=market')
      await page.locator('#search').fill('zeppelin')
      expect(await page.locator('.results .empty').innerText()).toBe('No statement passes all of the filter.')
    })

    it('filters by speaker, act, kind, number and confidence', async () => {
      await open(INPUTS, { hash: '#statements' })
      await page.getByRole('button', { name: 'Liis Kask 3' }).click()
      expect(await rows().count()).toBe(3)
      await page.getByRole('checkbox', { name: 'direct quote' }).check()
      expect(await rows().count()).toBe(1)
      await page.getByRole('button', { name: 'Clear all' }).click()
      await page.getByRole('checkbox', { name: 'warn' }).check()
      await page.getByRole('checkbox', { name: 'deny' }).check()
      expect(await rows().count()).toBe(2)
      await page.getByRole('checkbox', { name: 'with a number' }).check()
      expect(await rows().allInnerTexts()).toEqual(['that 40 boats had left'])
      await page.getByLabel('from').fill('41')
      expect(await rows().count()).toBe(0)
      await page.getByRole('button', { name: 'Clear all' }).click()
      expect(await page.getByLabel('from').inputValue()).toBe('')
      await page.getByRole('slider').fill('0.7')
      expect(await rows().count()).toBe(5)
    })

    it('says of each speaker how many statements would be left', async () => {
      await open(INPUTS, { hash: '#statements?kind=direct' })
      const offers = page.locator('.offers button')
      expect((await offers.allInnerTexts()).map((each) => each.replace(/\s+/g, ' '))).toEqual(['Liis Kask 1', 'Karl Orav 0', 'Ana Muñoz 0']) // prettier-ignore
      await offers.first().click()
      await offers.first().click()
      expect(await focused().innerText()).toContain('Liis Kask')
    })

    it.each(['Escape', 'Clear all'])('forgets with %s what was typed as well', async (way) => {
      await open(INPUTS, { hash: '#statements?act=deny' })
      await page.locator('#least').fill('abc')
      await page.locator('#speaker').fill('zeppelin')
      if (way === 'Escape') await page.keyboard.press(way)
      else await page.getByRole('button', { name: way }).click()
      expect(await page.locator('#speaker').inputValue()).toBe('')
      expect(await page.locator('#least').inputValue()).toBe('')
      expect(await page.locator('[aria-invalid=true]').count()).toBe(0)
      expect(await page.locator('.offers button').count()).toBe(3)
      expect(await rows().count()).toBe(6)
    })

    it('jumps from a name to all that its bearer said, in any article', async () => {
      await open(INPUTS, { hash: '#article?id=samples%2Fmarket' })
      await page.locator('.speakers').getByRole('link', { name: 'Liis Kask' }).click()
      expect(await rows().count()).toBe(3)
      expect(await page.locator('.about').innerText()).toContain('3 statements in 2 articles')
    })

    it('keeps what it shows in the address, so that a link leads back to it', async () => {
      await open(INPUTS, { hash: '#article?id=samples%2Fharbour&statement=s3' })
      expect(await heading()).toBe('Harbour to close')
      expect(await page.locator('.details').innerText()).toContain('Karl Orav')
      await page.reload()
      expect(await page.locator('.details').innerText()).toContain('Karl Orav')
      await page.evaluate(`location.hash = '#article?id=nowhere'`)
      await page.getByText('The link leads to an article').waitFor()
      await page.evaluate(`location.hash = '#statements?speaker=Nobody+At+All'`)
      await page.getByText('Nobody here has the name').waitFor()
    })

    it('shows whole articles, each character in its place, with nested statements within', async () => {
      await open(INPUTS, { hash: '#article?id=samples%2Fharbour' })
      const withoutTags = `[...document.querySelectorAll('.text p')].map((p) => [...p.childNodes]
      .filter((node) => !(node instanceof HTMLButtonElement)).map((node) => node.textContent).join('')).join('\\n\\n')`
      expect(await page.evaluate(withoutTags)).toBe(INPUTS[0].text)
      expect(await page.locator('.piece.nested').allInnerTexts()).toEqual(['that 40 boats had left'])
    })

    it('shows lines that are wrapped as one paragraph, also in the heading of an article without a title', async () => {
      const text = 'Liis Kask said the\r\nharbour would close.\nIt rained.\n \nNo word\n\nfollowed.'
      const record = recordOf('wrapped', text, [{ source: 'Liis Kask', cue: 'said', content: 'the\r\nharbour would close' }]) // prettier-ignore
      const ends = [...text.matchAll(/\.|$/g)].map(({ index }) => index)
      const sentences = ends.map((end, index): [number, number] => [index === 0 ? 0 : ends[index - 1] + 1, end + 1])
      await open([{ record: { ...record, sentences }, text }], { hash: '#article?id=samples%2Fwrapped' })
      expect(await page.locator('.text p').allInnerTexts()).toEqual(['Liis Kask said ?the harbour would close.', 'It rained.', 'No word', 'followed.']) // prettier-ignore
      expect(await heading()).toBe('Liis Kask said the harbour would close.')
    })

    it('shows by pointer what a statement is made of and where it lies', async () => {
      await open(INPUTS, { hash: '#article?id=samples%2Fharbour' })
      await page.locator('.piece.nested').click()
      const shown = await page.locator('.details').innerText()
      const [{ record }] = INPUTS
      const { source, cue, content, quantities } = { ...record.statements[2], quantities: record.quantities }
      for (const { text, start, end } of [source!, cue!, ...content, ...quantities]) {
        expect(shown).toContain(text)
        expect(shown).toContain(`${start}–${end}`)
      }
      for (const part of ['deny, paraphrase', '60%', '40 boat', 'a statement by Liis Kask'])
        expect(shown).toContain(part)
    })

    it('leaves nothing out of what a number means', async () => {
      const [{ record }] = INPUTS
      const [quantity] = record.quantities
      const changed = { ...quantity, value: 4000, comparator: '>=', direction: 'up', negated: true, modality: 'could' }
      await open([{ record: { ...record, quantities: [changed as Quantity] } }], { hash: '#article?id=samples%2Fharbour&statement=s3' }) // prettier-ignore
      expect(await page.locator('.details .meaning').innerText()).toBe(' = at least 4,000 boat (up, negated, could)')
    })

    it('says where a speaker is not resolved', async () => {
      await open(INPUTS, { hash: '#article?id=samples%2Fharbour&statement=s4' })
      expect(await page.locator('.details .doubt').innerText()).toMatch(/^Not resolved/)
      expect(await page.locator('.text .tag[aria-current=true]').innerText()).toBe('?')
    })

    it('is worked by keyboard alone', async () => {
      await open(INPUTS, { hash: '#statements' })
      await page.keyboard.press('/')
      expect(await focused().getAttribute('id')).toBe('search')
      await page.keyboard.type('harbour')
      await page.keyboard.press('ArrowDown')
      expect(await focused().innerText()).toBe('the harbour would close')
      await page.keyboard.press('j')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('k')
      expect(await focused().innerText()).toBe('“Karl Orav denied that 40 boats had left,”')
      await page.keyboard.press('Enter')
      await page.locator('.details').waitFor()
      expect(await focused().getAttribute('data-statement')).toBe('s2')
      await page.keyboard.press('j')
      expect(await page.locator('.details').innerText()).toContain('Statement 3 of 4')
      expect(hash()).toBe('#article?id=samples%2Fharbour&statement=s3')
      await page.keyboard.press('Escape')
      expect(await page.locator('.details').isVisible()).toBe(false)
      await page.keyboard.press('Escape')
      await page.locator('#search').waitFor()
      expect(await page.locator('#search').inputValue()).toBe('harbour')
      await page.keyboard.press('Escape')
      expect(await page.locator('#search').inputValue()).toBe('')
    })

    it('lets the keyboard reach everything, and shows where it is', async () => {
      await open(INPUTS)
      const reached: string[] = []
      for (let step = 0; step < 12; step++) {
        await page.keyboard.press('Tab')
        const outline = await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)
        expect(outline).not.toBe('none')
        reached.push((await focused().textContent()) ?? '')
      }
      expect(reached.slice(0, 5)).toEqual(['Skip to the content', 'Overview', 'Statements', 'Articles', 'Dark'])
    })

    it('shows the statements alone where it has no text', async () => {
      await open(
        INPUTS.map(({ record, day }) => ({ record, ...(day === undefined ? {} : { day }) })),
        { hash: '#article?id=samples%2Fharbour' },
      )
      expect(await page.locator('.article .note').innerText()).toContain(
        'The text of this article is not in the report',
      )
      expect(await rows().count()).toBe(4)
      await rows().nth(2).click()
      expect(await page.locator('.details').innerText()).toContain('Karl Orav')
    })

    it('counts articles without a date, and plots the others', async () => {
      const [first, { record, text }] = INPUTS
      await open([first, { record: { ...record, id: 'undated' }, text: text! }])
      const section = page.locator('section', { hasText: 'Over time' })
      expect(await section.innerText()).toContain('2 statements in articles without a date are not shown.')
      expect(await section.innerText()).toContain('All articles with a date are of 3 March 2024.')
    })

    it('draws bars that can be seen where the days lie centuries apart', async () => {
      await open([{ ...INPUTS[0], day: '1605-03-03' }, INPUTS[1]], { viewport: NARROW })
      const widths: number[] = await page.evaluate(
        `[...document.querySelectorAll('[aria-label^="Statements over time"] rect')].map((bar) => bar.getBoundingClientRect().width)`,
      )
      expect(widths.length).toBeGreaterThan(1)
      for (const width of widths) expect(width).toBeGreaterThan(1)
    })

    it.each([
      ['no articles', [], 'No articles'],
      [
        'an article without statements',
        [{ record: recordOf('quiet', 'Rain fell.', []), text: 'Rain fell.' }],
        'No statements were found in 1 article.',
      ],
    ])('of %s says so', async (_, inputs: readonly ReportInput[], expected) => {
      await open(inputs)
      expect(await page.locator('.nothing').innerText()).toContain(expected)
      await page.getByRole('link', { name: 'Statements', exact: true }).click()
      expect(await page.locator('.results .empty').innerText()).toBe('The records hold no statements.')
      await page.getByRole('link', { name: 'Articles', exact: true }).click()
      expect(await page.locator('.row').count()).toBe(inputs.length)
    })

    it('takes hostile text for text, wherever it stands', async () => {
      const inputs = [HOSTILE, ...INPUTS]
      for (const hash of [
        '',
        '#statements',
        '#articles',
        '#article?id=' + encodeURIComponent(reportKey(HOSTILE)) + '&statement=s1',
      ]) {
        await open(inputs, { hash })
        expect(await page.title()).not.toMatch(/^(owned|1)$/)
        expect(
          await page.evaluate(
            `document.querySelectorAll('img, iframe, object, form, [onerror], [onmouseover]').length`,
          ),
        ).toBe(0)
        expect(await page.evaluate(`document.querySelectorAll('a[href^="javascript"]').length`)).toBe(0)
        expect(await page.locator('body').innerText()).toContain('<img src="http://127.0.0.1:9/image"')
        expect(await page.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true)
        await page.keyboard.press('j')
        await page.context().close()
        expect([complaints, requests]).toEqual([[], []])
      }
      await open(inputs)
    })

    it.each([
      ['wide', 'light', WIDE],
      ['wide', 'dark', WIDE],
      ['narrow', 'light', NARROW],
      ['narrow', 'dark', NARROW],
    ] as const)(
      'has no fault that axe finds serious, nor runs over the side: %s and %s',
      async (_, scheme, viewport) => {
        for (const hash of [
          '#overview',
          '#statements?speaker=Liis+Kask',
          '#articles',
          '#article?id=samples%2Fharbour&statement=s3',
        ]) {
          await open(INPUTS, { hash, viewport, scheme })
          await page.evaluate(axe.source)
          const { violations } = await page.evaluate<axe.AxeResults>('axe.run()')
          const serious = violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(
              ({ id, nodes }) =>
                `${hash} ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
            )
          expect(serious).toEqual([])
          expect(await page.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true)
          await page.context().close()
        }
        await open(INPUTS)
      },
    )

    it('turns dark and light by its switch as well as with the system', async () => {
      await open(INPUTS)
      const paper = () => page.evaluate(`getComputedStyle(document.body).backgroundColor`)
      const light = await paper()
      await page.getByRole('button', { name: 'Switch to dark colours' }).click()
      const dark = await paper()
      expect(dark).not.toBe(light)
      await page.getByRole('button', { name: 'Switch to light colours' }).click()
      expect(await paper()).toBe(light)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await paper()).toBe(light)
    })

    it('stays as the switch was left when it is opened again', async () => {
      await open(INPUTS)
      const paper = () => page.evaluate(`getComputedStyle(document.body).backgroundColor`)
      await page.getByRole('button', { name: 'Switch to dark colours' }).click()
      const dark = await paper()
      await page.reload()
      expect(await paper()).toBe(dark)
      await page.getByRole('button', { name: 'Switch to light colours' }).click()
      await page.reload()
      expect(await paper()).not.toBe(dark)
    })

    it.each([
      ['refuses storage', `get() { throw new DOMException('denied', 'SecurityError') }`],
      ['has none', `value: null`],
      [
        'has no room',
        `value: { getItem: () => null, setItem() { throw new DOMException('full', 'QuotaExceededError') } }`,
      ],
      ['holds what others put there', `value: { getItem: () => 'dark" onload="alert(1)', setItem() {} }`],
    ])('has its switch all the same where the browser %s', async (_, storage) => {
      await open(INPUTS, { before: `Object.defineProperty(window, 'localStorage', { ${storage} })` })
      await page.getByRole('button', { name: 'Switch to dark colours' }).click()
      await page.getByRole('button', { name: 'Switch to light colours' }).click()
      expect(await rows().count()).toBe(0)
      expect(await heading()).not.toBe('')
    })

    it.each(['light', 'dark'] as const)('draws bars that stand out from what is behind them, %s', async (scheme) => {
      await open(INPUTS, { scheme })
      const contrasts: { kinds: number; least: number } = await page.evaluate(CONTRASTS)
      expect(contrasts.kinds).toBe(3)
      expect(contrasts.least).toBeGreaterThanOrEqual(3)
    })

    it('draws the rest of a long list as somebody goes down in it, and comes back to where they were', async () => {
      const many = Array.from({ length: 60 }, (_, index) => ({
        ...INPUTS[0],
        record: { ...INPUTS[0].record, id: `harbour-${index}` },
      }))
      await open(many, { hash: '#statements' })
      expect(await rows().count()).toBeLessThan(240)
      for (let step = 0; step < 100; step++) await page.keyboard.press('j')
      expect(
        await page.evaluate(`[...document.querySelectorAll('.row')].indexOf(document.activeElement.closest('li'))`),
      ).toBe(99)
      await page.evaluate(`window.scrollBy(0, 50)`)
      const scrolled = await page.evaluate(`window.scrollY`)
      const shown = `({ index: [...document.querySelectorAll('.row')].indexOf(document.activeElement.closest('li')), scrolled: window.scrollY })`
      for (const back of [
        () => page.goBack(),
        () => page.keyboard.press('Escape').then(() => page.keyboard.press('Escape')),
      ]) {
        // prettier-ignore
        await page.keyboard.press('Enter')
        await page.locator('.details').waitFor()
        await back()
        await page.locator('#search').waitFor()
        expect(await page.evaluate(shown)).toEqual({ index: 99, scrolled })
      }
    })
  },
)

/** What a link names the article by: what the page has of its collection and id. */
function reportKey(input: ReportInput): string {
  const { collection, id } = JSON.parse(JSON.stringify(reportArticle(input))) as { collection: string; id: string }
  return `${collection}/${id}`.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}
