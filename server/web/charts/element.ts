/** A part of a drawing. */
export interface Element {
  readonly tag: 'svg' | 'g' | 'line' | 'rect' | 'circle' | 'path' | 'text' | 'title' | 'desc'
  readonly attributes: Readonly<Record<string, string | number | undefined>>
  readonly children: readonly (Element | string)[]
}

export const element = (
  tag: Element['tag'],
  attributes: Element['attributes'] = {},
  ...children: readonly (Element | string)[]
): Element => ({ tag, attributes, children })

/** What a class looks like where there is no stylesheet, as SVG's own attributes. */
export type Look = Readonly<Record<string, Readonly<Record<string, string | number>>>>

/** A drawing as text, to stand in a page; or, with a look, as a file of its own. Everything in it is made safe here. */
export function markup({ tag, attributes, children }: Element, look: Look = {}): string {
  const classes = typeof attributes.class === 'string' ? attributes.class.split(' ') : []
  const looks = Object.assign({}, ...classes.map((each) => look[each] ?? {})) as Record<string, string | number>
  const written = Object.entries({ ...attributes, ...looks })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${safe(String(value))}"`)
    .join('')
  const inside = children.map((child) => (typeof child === 'string' ? safe(child) : markup(child, look))).join('')
  return `<${tag}${written}>${inside}</${tag}>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const safe = (text: string): string => text.replace(/[&<>"]/g, (each) => entities[each] ?? each)
