import type { Page } from 'playwright-core'
import { password } from './make'

/** Somebody signs in through the page of the door; when this is over, the page they are led to has been loaded. */
export async function enter(page: Page, door: string, email: string): Promise<void> {
  await page.goto(door)
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
}

/** The door for somebody who wants to go on to this page. */
export const doorTo = (path: string): string => `/sign-in?next=${encodeURIComponent(path)}`
