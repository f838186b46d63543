import type { Page } from 'playwright-core'

/** Listens in the page, before anything of ours runs, for what the policy of our pages refused. */
const listenForRefusals = `document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  console.error('refused by the policy: ' + violatedDirective + ' ' + blockedURI)
})`

/**
 * What a browser complains of while somebody uses a page: errors of scripts, things the policy refused, and being asked
 * to stay because something would be lost. What the server answers with a status above 399 is no complaint.
 */
export async function complaintsOf(page: Page): Promise<readonly string[]> {
  const complaints: string[] = []
  await page.addInitScript(listenForRefusals)
  page.on('console', (message) => {
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('dialog', (dialog) => {
    complaints.push(`${page.url()}: asked “${dialog.type()}”`)
    void dialog.accept()
  })
  return complaints
}
