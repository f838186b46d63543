import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { unpackedChromium } from './unpackChromium'

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where Chrome, Chromium or Edge is installed on the systems for which the tests bring no browser. */
const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** How long anything may take on a machine that is busy with other things, in milliseconds. */
const PATIENCE = 90_000

/** A browser to test with, perhaps set up in its own way: on Linux x64 always the one that is brought along, elsewhere the one that is installed. */
export async function launchBrowser(settings: readonly string[] = []): Promise<Browser> {
  const args = [...quietly, ...settings]
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { executable, env } = await unpackedChromium()
    return chromium.launch({ executablePath: executable, args, env: { ...process.env, ...env }, timeout: PATIENCE })
  }
  const executablePath = installed.find((file) => existsSync(file))
  if (!executablePath) {
    throw new Error(
      `The tests bring a browser for Linux x64 only, and on this system (${process.platform} ${process.arch}) they use ` +
        'an installed one: install Google Chrome, then run them again.',
    )
  }
  return chromium.launch({ executablePath, args, timeout: PATIENCE })
}

/** One browser for the tests of a file. Each context is a person of its own, with no cookies yet. */
export function useBrowser(settings: readonly string[] = []): {
  newPerson: (options?: BrowserContextOptions) => Promise<BrowserContext>
} {
  let browser: Promise<Browser> | undefined
  beforeAll(async () => {
    browser = launchBrowser(settings)
    await browser
  })
  afterAll(async () => {
    await (await browser)?.close()
  })
  return {
    async newPerson(options = {}) {
      if (!browser) throw new Error('The browser opens before the first test, not before')
      const person = await (await browser).newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options })
      person.setDefaultTimeout(PATIENCE)
      return person
    },
  }
}
