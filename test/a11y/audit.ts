import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { CDPSession, Page } from 'playwright-core'

/** The program that looks. Its package for browsers would put it into each page four times, and as it was written. */
const axe = readFileSync(createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2, levels A and AA, and what the makers of axe advise besides. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // The kit and our templates write `<br>` and `<input>` as HTML, not as XML.
      'void-style': ['error', { style: 'omit' }],
      // The kit's links that look like buttons are buttons to a screen reader, and pressed with the space bar.
      'prefer-native-element': ['error', { exclude: ['button'] }],
    },
  }),
)

/** The narrowest window in which a page must stand without scrolling sideways: 1280 pixels at 400%. */
const NARROW = { width: 320, height: 640 }
/** A tablet held upright, or a laptop at 167%: wider than a phone, and too narrow for what a desk has room for. */
const HALF = { width: 768, height: 900 }
const WIDE = { width: 1280, height: 900 }

interface RunOnly {
  readonly type: 'tag' | 'rule'
  readonly values: readonly string[]
}

/** Rows of a table, and items of a list, repeat each other: so many of each are looked at closely. */
const ENOUGH = 25

const shorten = `for (const list of document.querySelectorAll('main tbody, main ul, main ol, main dl')) {
  for (const item of [...list.children].slice(${ENOUGH})) if (!item.querySelector('input, select, textarea')) item.remove()
}`

/** What is wrong with the page somebody looks at, as the server sent it and as it stands in a window wide or narrow. */
export async function faultsOn(page: Page, html: string): Promise<string[]> {
  await page.setViewportSize(HALF)
  const sticksOut = await tooWide(page)
  await page.setViewportSize(NARROW)
  sticksOut.push(...(await tooWide(page)))
  await page.evaluate(shorten)
  await page.evaluate(`${axe}; undefined`)
  const narrow = await brokenRules(page, { type: 'rule', values: ['target-size'] })
  await page.setViewportSize(WIDE)
  const wide = await brokenRules(page, { type: 'tag', values: standards })
  return [...sticksOut, ...narrow, ...wide, ...(await namesAlike(page)), ...(await invalid(html))]
}

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

async function brokenRules(page: Page, runOnly: RunOnly): Promise<string[]> {
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] })
  const violations = await page.evaluate<Violation[]>(`axe.run(document, ${options}).then((told) => told.violations)`)
  return violations.map(
    ({ id, help, nodes }) =>
      `axe ${id}: ${help} (${nodes.length}): ${nodes
        .slice(0, 3)
        .map(
          ({ html, failureSummary }) =>
            `${html.slice(0, 160)} ${failureSummary?.replace(/\s+/g, ' ').slice(0, 200) ?? ''}`,
        )
        .join(' | ')}`,
  )
}

/** What sticks out of the window. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > clientWidth + 1)
    const what = out.slice(-2).map((e) => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 160)).join(' | ')
    return ['wider than its window: ' + scrollWidth + ' of ' + clientWidth + ': ' + what]
  })()`)
}

interface AxNode {
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
}

const typedIn = new Set(['textbox', 'searchbox', 'spinbutton', 'combobox', 'listbox', 'radiogroup'])

/** Boxes that a screen reader calls nothing, or the same as another of the page. */
async function namesAlike(page: Page): Promise<string[]> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }
  await session.detach()
  const names = nodes
    .filter(({ ignored, role }) => !ignored && typedIn.has(role?.value ?? ''))
    .map(({ name }) => name?.value.trim() ?? '')
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  return [...new Set(twice)].map((name) => `two boxes are called “${name}”`)
}

async function invalid(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages, source }) =>
    messages.map(
      ({ ruleId, message, line }) =>
        `html ${ruleId}: ${message}: ${(source?.split('\n')[line - 1] ?? '').trim().slice(0, 200)}`,
    ),
  )
}
