/** What a drawing gives away by where it puts its marks: the values that stand at each of them, by the axis under it. */
export function valuesDrawn(svg: string): number[] {
  const ticks = [...svg.matchAll(/<text[^>]*strip__text--quiet[^>]*\sx="([\d.]+)%"[^>]*>([^<]*)<\/text>/g)].map(
    ([, x = '', words = '']) => ({ x: Number(x), value: Number(words.replace(/[£%,]/g, '')) }),
  )
  const [first, last] = [ticks[0], ticks.at(-1)]
  if (!first || !last || first === last) return []
  const valueAt = (x: number) => first.value + ((x - first.x) * (last.value - first.value)) / (last.x - first.x)
  const marks = [...svg.matchAll(/<(line|rect|svg)([^>]*)>/g)]
    .map(([, , attributes = '']) => attributes)
    .filter((attributes) => !/strip__(axis|guide)/.test(attributes) && /\s(?:x|x1)="[\d.]+%"/.test(attributes))
    .filter((attributes) => !/\swidth="96%"/.test(attributes))
  return marks.flatMap((attributes) => {
    const at = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)%"`).exec(attributes)?.[1] ?? NaN)
    const [x, width] = [at('x'), at('width')]
    return [x, at('x1'), at('x2'), x + width].filter((each) => !Number.isNaN(each)).map(valueAt)
  })
}
