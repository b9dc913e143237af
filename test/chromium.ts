import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** Where systems install Chromium and what is built of it. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The program that `HEARSAY_CHROMIUM` names, else the first of the usual ones that is there. */
export const CHROMIUM = [process.env.HEARSAY_CHROMIUM ?? '', ...USUAL].find((path) => path !== '' && existsSync(path))

/** Starts Chromium without a window. */
export async function launchChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('expected Chromium, which HEARSAY_CHROMIUM may name')
  // Where everything runs as root, as in containers, its sandbox cannot be set up.
  return chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: process.getuid?.() !== 0 })
}
