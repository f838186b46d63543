import { optionMeant, type Option } from './choice'
import { quoted, type Kind } from './kind'

export interface ChoicesBox {
  readonly kind: 'choices'
  readonly options: readonly Option[]
}

/** Several choices are written one after another with bars between them, in the order of the options. */
export const choices: Kind<ChoicesBox, readonly string[]> = {
  parse({ options }, typed) {
    const parts = typed
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const unknown = parts.find((part) => !optionMeant(options, part))
    if (unknown !== undefined) {
      return { ok: false, problem: `must be among the choices. You gave ${quoted(unknown)}` }
    }
    const ticked = new Set(parts.map((part) => optionMeant(options, part)?.value))
    return { ok: true, value: options.map(({ value }) => value).filter((value) => ticked.has(value)) }
  },
  format: ({ options }, value) =>
    value.map((each) => options.find((option) => option.value === each)?.label ?? each).join('; '),
  typed: (_box, value) => value.join('|'),
}
