import type { Page } from 'playwright-core'
import { routesOf } from '../../server/app'
import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { setClock } from '../support/clock'
import { useOpenDoor } from '../support/openDoor'
import { sectionCodes } from '../support/thornmere'
import { pathsFor } from './paths'
import { type Ids, findWorld, open, people, visitorsAt } from './world'

jest.setTimeout(240_000)

const app = useApp({ demonstration: 'under way' })
const door = useOpenDoor(app)
/** All text twice as big, as somebody sets it in their browser. */
const { newPerson } = useBrowser(['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'])
const visitors = visitorsAt(door.at, newPerson)
let ids: Ids

beforeAll(async () => {
  ids = await findWorld(app)
})

/** A desk, and a phone. */
const windows = [
  { width: 1280, height: 900 },
  { width: 320, height: 640 },
]

/**
 * What does not fit: a page that is wider than its window, text that its own box cuts off, and boxes to type in that are
 * lower than what is typed. What is for screen readers only has no size at all.
 */
const misfits = `(() => {
  const { scrollWidth } = document.documentElement
  const what = (e) => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 140)
  const shown = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 2)
  const cuts = (e) => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) || ['hidden', 'clip'].includes(getComputedStyle(e).overflowY)
  const hasText = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== '')
  const cut = shown.filter((e) => hasText(e) && cuts(e) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
  const low = [...document.querySelectorAll('input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), select, button')]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 2 && e.getBoundingClientRect().height < parseFloat(getComputedStyle(e).fontSize))
  const wide = scrollWidth > innerWidth
    ? ['wider than its window: ' + scrollWidth + ' of ' + innerWidth + ': '
      + shown.filter((e) => Math.max(e.getBoundingClientRect().right, e.getBoundingClientRect().left + e.scrollWidth) > innerWidth + 1).slice(-2).map(what).join(' | ')]
    : []
  return [...wide, ...cut.slice(0, 5).map((e) => 'cut off: ' + what(e)), ...low.slice(0, 5).map((e) => 'too low: ' + what(e))]
})()`

async function misfitsOn(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const size of windows) {
    await page.setViewportSize(size)
    found.push(...(await page.evaluate<string[]>(misfits)).map((each) => `at ${String(size.width)}: ${each}`))
  }
  return found
}

const everySection = () => sectionCodes.map((code) => `/returns/${ids.thornmere}/sections/${code}`)

test.each([
  ['nobody', 'anonymous', () => []],
  ['preparer', 'preparer', everySection],
  ['contributor', 'contributor', () => []],
  ['signatory', 'signatory', () => [`/returns/${ids.thornmere}/sign-off`]],
  ['director', 'signatory', () => [`/returns/${ids.wrenbrook}`, `/returns/${ids.wrenbrook}/sign-off`]],
] as const)('with text twice as big every page for %s fits its window', async (who, actor, more) => {
  const { page } = await visitors.of(people[who])
  const wrong: Record<string, string[]> = {}
  const paths = who === 'director' ? [] : pathsFor(routesOf(app.services), ids, who, actor)
  for (const path of new Set([...paths, ...more()])) {
    await open(page, door.at(path))
    const found = await misfitsOn(page)
    if (found.length > 0) wrong[path] = found
  }
  expect(wrong).toEqual({})
})

test('with text twice as big a return that was submitted, and one after the close, fit their window', async () => {
  const { page } = await visitors.of(ids.twicePreparer)
  const submitted = ['', '/receipt', '/history', '/comparison', '/check', '/submissions/1', '/sections/h']
  const wrong: Record<string, string[]> = {}
  const look = async (looking: Page, path: string) => {
    await open(looking, door.at(path))
    const found = await misfitsOn(looking)
    if (found.length > 0) wrong[path] = found
  }
  for (const path of submitted) await look(page, `/returns/${ids.twice}${path}`)
  await setClock(app.sql, '2020-02-11T09:00:00Z')
  const late = (await visitors.of(people.preparer)).page
  for (const path of ['', '/sections/b', '/check', '/reopening-requests'])
    await look(late, `/returns/${ids.thornmere}${path}`)
  expect(wrong).toEqual({})
})
