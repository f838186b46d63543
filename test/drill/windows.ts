import type { Page, Response } from 'playwright-core'
import { type Answer, figuresFrom, record, type Saved } from './crowd'
import { pause } from './program'
import type { World } from './world'

/** A browser of somebody's own, with the section before them. */
export interface Window {
  readonly name: string
  readonly page: Page
}

export interface TypedTogether {
  readonly saved: readonly Saved[]
  /** How often somebody pressed which of two figures to keep. */
  readonly asked: number
  /** What was not as it should be on the pages themselves. */
  readonly faults: readonly string[]
}

/** Everybody types in the same boxes, each in their own window, and chooses where the page asks; what they were told. */
export async function typeTogether(
  { boxes }: World,
  windows: readonly Window[],
  milliseconds: number,
): Promise<TypedTogether> {
  const until = performance.now() + milliseconds
  const typed = await Promise.all(
    windows.map((window, at) => typeIn(window, boxes, { until, figure: figuresFrom(at) })),
  )
  return {
    saved: typed.flatMap(({ saved }) => saved),
    asked: typed.reduce((sum, { asked }) => sum + asked, 0),
    faults: typed.flatMap(({ faults }) => faults),
  }
}

interface Typing {
  readonly until: number
  readonly figure: () => number
}

async function typeIn({ name, page }: Window, boxes: readonly string[], { until, figure }: Typing) {
  const { saved, faults } = listenTo(page, name)
  let asked = 0
  while (performance.now() < until) {
    if (await decide(page)) asked += 1
    else await typeOne(page, boxes[Math.floor(Math.random() * boxes.length)] ?? '', figure())
    await pause(Math.random() * 200)
  }
  while (!(await isAtRest(page))) if (await decide(page)) asked += 1
  const told = saved.flatMap(({ conflicts }) => conflicts).length
  // A press that meets a page just being drawn counts for nothing, and is made once more.
  const unasked = told <= asked ? [] : [`${name} was told of ${told} conflicts, and the page asked about ${asked}`]
  return { saved, asked, faults: [...faults, ...unasked] }
}

/** Writes down what each save of a page was answered with. */
function listenTo(page: Page, name: string): { saved: Saved[]; faults: string[] } {
  const saved: Saved[] = []
  const faults: string[] = []
  const note = async (response: Response) => {
    const request = response.request()
    if (request.method() !== 'PATCH') return
    const sent = request.postDataJSON() as { version: number; cells: Record<string, string> }
    if (response.status() !== 200 && response.status() !== 409) {
      faults.push(`${name} was answered with ${response.status()}`)
      return
    }
    const cells = Object.fromEntries(Object.entries(sent.cells).map(([cell, text]) => [cell, Number(text)]))
    saved.push(record({ name, from: sent.version, cells, answer: (await response.json()) as Answer }))
  }
  page.on('response', (response) => void note(response))
  return { saved, faults }
}

async function typeOne(page: Page, name: string, figure: number): Promise<void> {
  await page.locator(`[name="${name}"]`).fill(String(figure))
  await page.keyboard.press('Tab')
}

/** Where the page asks which of two figures to keep, one of them. */
async function decide(page: Page): Promise<boolean> {
  const clash = page.locator('.entry__problem').first()
  if ((await clash.count()) === 0) return false
  await clash.getByRole('button', { name: Math.random() < 0.5 ? 'Keep mine' : 'Keep theirs' }).click()
  return true
}

/** Whether all has been saved and nothing is asked: for a while, as an answer may still be on its way. */
async function isAtRest(page: Page): Promise<boolean> {
  for (let looks = 0; looks < 10; looks++) {
    const state = await page.locator('#state').innerText()
    if (!state.startsWith('Saved') || (await page.locator('.entry__problem').count()) > 0) return false
    await pause(100)
  }
  return true
}
