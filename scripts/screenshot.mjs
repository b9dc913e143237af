// Makes docs/images/report.png anew: the report of the demonstration, one article open. First npm run demo; needs Chromium, which
// HEARSAY_CHROMIUM names where it is not in the usual place.
import { mkdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const REPORT = new URL('../output/demo/report.html#article?id=corpus%2Fcourt-maps&statement=s6', import.meta.url)
const PICTURE = fileURLToPath(new URL('../docs/images/report.png', import.meta.url))

const browser = await chromium.launch({
  executablePath: process.env.HEARSAY_CHROMIUM ?? '/usr/bin/chromium',
  chromiumSandbox: process.getuid?.() !== 0,
})
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  await page.goto(REPORT.href)
  await page.locator('.details').waitFor()
  await page.evaluate('window.scrollTo(0, 0)')
  mkdirSync(new URL('../docs/images/', import.meta.url), { recursive: true })
  await page.screenshot({ path: PICTURE })
} finally {
  await browser.close()
}
console.log(`docs/images/report.png, ${statSync(PICTURE).size} bytes`)
