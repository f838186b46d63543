/** What may be in a cell. Zero, an unticked box and an empty list of choices are all values. */
export type Value = number | string | boolean | readonly string[]

export type Parsed<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly problem: string }

/** Everything the app needs to know about one kind of box. `S` is how a survey describes one; `V` is what goes in it. */
export interface Kind<S, V extends Value> {
  /** Reads what a person typed, on a page or in a workbook. The problem continues the box's label: "Headcount must be…". */
  parse: (spec: S, typed: string) => Parsed<V>
  /** Says it back to a reader: 1,250 · Team manager · 36.20. */
  format: (spec: S, value: V) => string
  /** Puts it back in its box, so that `parse(typed(value))` is the value again. */
  typed: (spec: S, value: V) => string
}

/** At most this much of what was typed is quoted back. */
const QUOTED = 40

/** A text's characters as they are counted here: an emoji is one, though a computer keeps it in two parts. */
export const charactersOf = (text: string): readonly string[] => Array.from(text)

/** What was typed, fit to be shown in a sentence. */
export function quoted(typed: string): string {
  // No more of a very long text than is needed to cut it.
  const start = charactersOf(typed.slice(0, 2 * QUOTED + 2))
  return `“${start.length > QUOTED ? `${start.slice(0, QUOTED).join('')}…` : typed}”`
}
