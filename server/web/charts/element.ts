/** A part of a drawing. */
export interface Element {
  readonly tag: 'svg' | 'g' | 'line' | 'rect' | 'circle' | 'path' | 'text' | 'title' | 'desc'
  readonly attributes: Readonly<Record<string, string | number | undefined>>
  readonly children: readonly (Element | string)[]
}

/** An element of a drawing, as data: it becomes SVG when it is written. */
export const element = (
  tag: Element['tag'],
  attributes: Element['attributes'] = {},
  ...children: readonly (Element | string)[]
): Element => ({ tag, attributes, children })

/** What a class looks like where there is no stylesheet, as SVG's own attributes. */
export type Look = Readonly<Record<string, Readonly<Record<string, string | number>>>>

/** A drawing as text, to stand in a page; or, with a look, as a file of its own. Everything in it is made safe here. */
export function markup({ tag, attributes, children }: Element, look?: Look): string {
  const looks = look ? looksOf(attributes.class, look) : ''
  const inside = children.map((child) => (typeof child === 'string' ? safe(child) : markup(child, look)))
  return `<${tag}${written(attributes)}${looks}>${inside.join('')}</${tag}>`
}

function written(attributes: Element['attributes']): string {
  let text = ''
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined) text += ` ${name}="${typeof value === 'number' ? value : safe(value)}"`
  }
  return text
}

/** What its classes look like; of two that differ, the later. */
function looksOf(classes: string | number | undefined, look: Look): string {
  const named = String(classes ?? '').split(' ')
  return written(Object.fromEntries(named.flatMap((each) => Object.entries(look[each] ?? {}))))
}

const unsafe = /[&<>"]/
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const safe = (text: string): string =>
  unsafe.test(text) ? text.replace(/[&<>"]/g, (each) => entities[each] ?? each) : text
