import { element, type Element } from './element'

/** What a drawing says of itself to those who cannot see it. */
export interface Told {
  /** Unlike any other on the page. */
  readonly id: string
  readonly name: string
  readonly description: string
  /** Of figures that lie close together and far from nought: the axis need not begin there. */
  readonly mayStartLater?: boolean
}

/**
 * A drawing that is as wide as its place: what lies along it is told in hundredths, what lies down it in pixels, and words
 * keep their size. Everything stands a little inside, so that marks at the ends are whole.
 */
export const canvas = (
  { id, name, description }: Omit<Told, 'mayStartLater'>,
  height: number,
  parts: readonly Element[],
): Element =>
  element(
    'svg',
    {
      class: 'strip',
      width: '100%',
      height,
      role: 'img',
      'aria-labelledby': `${id}-name`,
      'aria-describedby': `${id}-description`,
    },
    element('title', { id: `${id}-name` }, name),
    element('desc', { id: `${id}-description` }, description),
    element('svg', { x: '2%', width: '96%', height, overflow: 'visible' }, ...parts),
  )
