import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const shipped = (file: string) => readFileSync(path.join(process.cwd(), 'public', file), 'utf8')

describe('what is shipped', () => {
  test('is what its sources make (run `npm run css` when it is not)', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'css-'))
    execFileSync(process.execPath, [path.join('views', 'styles', 'compile.cjs'), folder])

    for (const file of ['app.css', 'govuk-frontend.min.js']) {
      expect(shipped(file) === readFileSync(path.join(folder, file), 'utf8')).toBe(true)
    }
  })

  test('brings no font, fetches nothing, and carries nobody else’s mark', () => {
    expect(shipped('app.css').match(/@font-face|@import|url\(/gi)).toBeNull()
    expect(shipped('app.css').match(/transport|frutiger|crown|crest|nhs/gi)).toBeNull()
  })

  test('is small enough for a council laptop', () => {
    expect(shipped('app.css').length).toBeLessThan(160_000)
  })
})

describe('our colours', () => {
  const readable = ['ink', 'quiet', 'blue-green', 'blue-green-dark', 'amber', 'red', 'red-dark', 'grey']

  test.each(readable)('%s can be read on white', (name) => {
    expect(contrast(token(name), token('paper'))).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['blue-green', 'blue-green-tint'],
    ['blue-green-dark', 'blue-green-tint'],
    ['blue-green', 'surface'],
    ['quiet', 'surface'],
    ['ink', 'surface'],
    ['amber', 'amber-tint'],
    ['ink', 'amber-tint'],
    ['quiet', 'amber-tint'],
    ['red', 'red-tint'],
    ['red-dark', 'red-tint'],
    ['grey', 'grey-tint'],
    ['ink', 'grey-tint'],
  ])('%s can be read on %s', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test('the mark in the address bar and the bar of the browser are our blue-green', () => {
    expect(shipped('favicon.svg')).toContain(token('blue-green'))
    expect(readFileSync(path.join('views', 'layout.ejs'), 'utf8')).toContain(token('blue-green'))
  })
})

/** A colour by its name in the stylesheet's :root, as #rrggbb. */
function token(name: string): string {
  const found = new RegExp(`--${name}: ?(#[0-9a-f]{3,6})`, 'i').exec(shipped('app.css'))?.[1]
  if (!found) throw new Error(`The stylesheet has no colour called ${name}`)
  return found.length === 4 ? found.replace(/[0-9a-f]/gi, '$&$&') : found
}

/** WCAG 2.2's contrast ratio of two colours, 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
