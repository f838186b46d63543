import type { Page } from 'playwright-core'
import type { Answers, Given } from '../support/thornmere'

/** What has the focus, as somebody at the keyboard would describe it. */
interface Focused {
  readonly tag: string
  readonly type: string
  readonly name: string
  readonly value: string
  readonly text: string
  readonly checked: boolean
  /** The values of a list of choices, and of radio buttons of one name. */
  readonly options: readonly string[]
  readonly at: number
  /** Of what is folded: the names inside. */
  readonly inside: readonly string[]
  readonly open: boolean
}

/** Runs in the page, where also without scripts of its own the browser can be asked. */
const describeFocus = `(() => {
  const e = document.activeElement
  if (!e || e === document.body) return null
  const named = e.name ? [...document.getElementsByName(e.name)].filter(({ type }) => type !== 'hidden') : []
  const folded = e.tagName === 'SUMMARY' ? e.parentElement : null
  return {
    tag: e.tagName.toLowerCase(), type: e.type ?? '', name: e.name ?? '', value: e.value ?? '', checked: e.checked === true,
    text: e.textContent.replace(/\\s+/g, ' ').trim(),
    options: e.options ? [...e.options].map(({ value }) => value) : named.map(({ value }) => value),
    at: e.options ? e.selectedIndex : named.indexOf(e),
    inside: folded ? [...folded.querySelectorAll('[name]')].map(({ name }) => name) : [],
    open: folded?.open ?? false,
  }
})()`

const nothing: Focused = {
  tag: '',
  type: '',
  name: '',
  value: '',
  text: '',
  checked: false,
  options: [],
  at: -1,
  inside: [],
  open: false,
}

/** More stops of the Tab key than any page has. */
const MANY = 600

/** Somebody who has a keyboard and no mouse. */
export function keyboardAt(page: Page) {
  const press = (key: string) => page.keyboard.press(key)
  const focus = async () => (await page.evaluate<Focused | null>(describeFocus)) ?? nothing

  async function repeat(key: string, times: number): Promise<void> {
    for (let n = 0; n < times; n++) await press(key)
  }

  /** Goes on with Tab until somebody is where they want to be. */
  async function tabTo(what: string, isThere: (focused: Focused) => boolean): Promise<Focused> {
    for (let stops = 0; stops < MANY; stops++) {
      await press('Tab')
      const focused = await focus()
      if (isThere(focused)) return focused
    }
    throw new Error(`The Tab key never came to ${what}, on ${page.url()}`)
  }

  const control = (text: string) =>
    tabTo(`“${text}”`, (f) => ['a', 'button'].includes(f.tag) && f.text.startsWith(text))

  /** Presses Enter where the focus is, and waits for the page it leads to. */
  async function enter(): Promise<void> {
    const next = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame())
    await press('Enter')
    await next
    await page.waitForLoadState('load')
  }

  /** Follows a link, or presses a button, found by the beginning of its words. */
  async function follow(text: string): Promise<void> {
    await control(text)
    await enter()
  }

  async function box(name: string): Promise<Focused> {
    return tabTo(`the box ${name}`, (f) => f.name === name)
  }

  async function type(name: string, text: string): Promise<void> {
    await box(name)
    await press('Control+A')
    await page.keyboard.type(text)
  }

  /** Answers where the focus is, if there is something to answer; whether anything was changed. */
  async function answer(focused: Focused, answers: Answers): Promise<boolean> {
    if (focused.tag === 'summary') return unfold(focused, answers)
    if (focused.name.endsWith('!nc')) return answerReason(focused, answers[focused.name.slice(0, -'!nc'.length)])
    const given = answers[focused.name]
    if (given === undefined || (typeof given === 'object' && 'notCollected' in given)) return false
    if (focused.type === 'checkbox') return tick(focused, [given].flat())
    if (focused.type === 'radio') return choose(focused, [given].flat()[0] ?? '')
    if (focused.tag === 'select') return pick(focused, [given].flat()[0] ?? '')
    return write(focused, [given].flat()[focused.at] ?? '')
  }

  /** Unfolds "Not collected" where something inside it is to be chosen. */
  async function unfold({ inside, open }: Focused, answers: Answers): Promise<boolean> {
    const wanted = inside.some((name) => isNotCollected(answers[name.replace(/!nc$/, '')]) && !name.includes('*'))
    if (wanted && !open) await press('Enter')
    return false
  }

  async function answerReason(focused: Focused, given: Given | undefined): Promise<boolean> {
    return isNotCollected(given) ? pick(focused, given.notCollected) : false
  }

  async function tick({ value, checked }: Focused, wanted: readonly string[]): Promise<boolean> {
    if (wanted.includes(value) === checked) return false
    await press('Space')
    return true
  }

  /** Tab comes to the first of the buttons of a name, or to the one that is pressed. */
  async function choose({ options, at, checked, value }: Focused, wanted: string): Promise<boolean> {
    if (checked && value === wanted) return false
    const away = options.indexOf(wanted) - at
    if (away === 0) await press('Space')
    else await repeat(away > 0 ? 'ArrowDown' : 'ArrowUp', Math.abs(away))
    return true
  }

  async function pick({ options, at }: Focused, wanted: string): Promise<boolean> {
    const away = options.indexOf(wanted) - at
    if (away === 0) return false
    await repeat(away > 0 ? 'ArrowDown' : 'ArrowUp', Math.abs(away))
    return true
  }

  async function write({ value }: Focused, wanted: string): Promise<boolean> {
    if (value === wanted) return false
    await press('Control+A')
    await page.keyboard.type(wanted)
    return true
  }

  /** Goes through a form and answers what it asks, as far as the button with these words; how many answers were given. */
  async function goThrough(answers: Answers, button: string): Promise<number> {
    let given = 0
    const isButton = (f: Focused) => f.tag === 'button' && f.text.startsWith(button)
    for (let stops = 0; stops < MANY; stops++) {
      await press('Tab')
      const focused = await focus()
      if (isButton(focused)) return given
      if (await answer(focused, answers)) given += 1
    }
    throw new Error(`The Tab key never came to “${button}”, on ${page.url()}`)
  }

  return { page, press, focus, tabTo, control, enter, follow, box, type, goThrough, pick }
}

export type Keyboard = ReturnType<typeof keyboardAt>

const isNotCollected = (given: Given | undefined): given is { readonly notCollected: string } =>
  typeof given === 'object' && 'notCollected' in given
