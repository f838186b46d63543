import { readFileSync } from 'node:fs'
import path from 'node:path'
import { draw } from './draw'
import { normalised } from './html'

type Fixture = { readonly name: string; readonly options: object; readonly html: string }

const kit = path.join(process.cwd(), 'node_modules', 'govuk-frontend', 'dist', 'govuk', 'components')

/** Every component we draw, and which of the kit's own examples use something that our partial does not offer. */
const components: Record<string, readonly RegExp[]> = {
  'back-link': [],
  breadcrumbs: [],
  // No start button: nobody lands here from an advertisement.
  button: [/^start/],
  // English only; the limit always comes with the page.
  'character-count': [/translations/, /neither maxlength nor maxwords set$/],
  checkboxes: [],
  // Two boxes of the three are named as `items`.
  'date-input': [/and custom names/, /^day and month$/, /^month and year$/, /field value and items$/],
  details: [],
  'error-message': [],
  'error-summary': [],
  fieldset: [],
  'file-upload': [/^translated$/],
  'generic-header': [],
  hint: [],
  input: [],
  'inset-text': [],
  label: [],
  'notification-banner': [],
  pagination: [],
  // A soft rule has an interruption of our own.
  panel: [/^interruption/],
  'password-input': [/translations/],
  'phase-banner': [],
  radios: [],
  select: [/falsy values/],
  'service-navigation': [],
  'skip-link': [],
  // No cards.
  'summary-list': [/summary card/],
  table: [],
  tabs: [],
  tag: [],
  'task-list': [],
  textarea: [],
  'warning-text': [],
}

function fixturesOf(component: string, leftOut: readonly RegExp[]): Fixture[] {
  const read = JSON.parse(readFileSync(path.join(kit, component, 'fixtures.json'), 'utf8')) as { fixtures: Fixture[] }
  return read.fixtures.filter(({ name }) => !leftOut.some((pattern) => pattern.test(name)))
}

const partialOf = (component: string) =>
  `partials/_${component.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`

describe.each(Object.entries(components))('our %s draws what the kit draws', (component, leftOut) => {
  test.each(fixturesOf(component, leftOut))('$name', async ({ options, html }) => {
    const drawn = await draw(partialOf(component), { params: options })

    expect(normalised(drawn)).toEqual(normalised(html))
  })
})
