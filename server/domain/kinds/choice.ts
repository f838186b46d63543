import { quoted, type Kind } from './kind'

export interface Option {
  readonly value: string
  readonly label: string
  /** Cannot be ticked together with any other: "no change", "not known" (rule C06). */
  readonly exclusive?: true
}

export interface ChoiceBox {
  readonly kind: 'choice'
  readonly options: readonly Option[]
}

/** The option a person meant, by its code or else by its label. */
export const optionMeant = (options: readonly Option[], typed: string): Option | undefined =>
  options.find(({ value }) => value === typed) ??
  options.find(({ label }) => label.toLowerCase() === typed.toLowerCase())

export const choice: Kind<ChoiceBox, string> = {
  parse({ options }, typed) {
    const option = optionMeant(options, typed)
    if (option) return { ok: true, value: option.value }
    return { ok: false, problem: `must be one of the choices. You gave ${quoted(typed)}` }
  },
  format: ({ options }, value) => options.find((option) => option.value === value)?.label ?? value,
  typed: (_box, value) => value,
}
