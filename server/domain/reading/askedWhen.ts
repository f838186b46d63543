import type { Box } from '../kinds'
import type { Address } from '../survey/cells'
import type { SurveyDefinition } from '../survey/definition'
import type { Condition, OrganisationType } from '../survey/expression'
import { atlasOf } from '../survey/places'

const types: Readonly<Record<OrganisationType, string>> = {
  nhs_trust: 'NHS trusts',
  local_authority: 'councils',
  independent: 'independent providers',
  voluntary: 'voluntary organisations',
}

/**
 * When something is asked, as the end of a sentence that begins "Only if": "“Did you employ any AMHPs?” is “Yes”".
 * Undefined where it depends on sums that words would not make clearer.
 */
export function askedWhen(condition: Condition, definition: SurveyDefinition): string | undefined {
  switch (condition.kind) {
    case 'some':
      return someInWords(condition.address, definition)
    case 'is':
      return optionsInWords(condition.address, condition.values, { definition, verb: 'is' })
    case 'ticked':
      return optionsInWords(condition.address, condition.options, { definition, verb: 'includes' })
    case 'organisation':
      return `you are one of the ${condition.types.map((type) => types[type]).join(' or ')}`
    case 'all':
      return joined(condition.of, 'and', definition)
    case 'any':
      return joined(condition.of, 'or', definition)
    default:
      return undefined
  }
}

function joined(conditions: readonly Condition[], word: string, definition: SurveyDefinition): string | undefined {
  const parts = conditions.map((each) => askedWhen(each, definition))
  return parts.includes(undefined) ? undefined : [...new Set(parts)].join(` ${word} `)
}

function someInWords(address: Address, definition: SurveyDefinition): string {
  const place = placeAt(address, definition)
  return place?.box.kind === 'choice' ? `“${place.label}” is “Yes”` : `“${labelOf(address, definition)}” is more than 0`
}

function optionsInWords(
  address: Address,
  values: readonly string[],
  { definition, verb }: { readonly definition: SurveyDefinition; readonly verb: string },
): string {
  const box = placeAt(address, definition)?.box
  const options = values.map((value) => `“${optionLabel(box, value)}”`)
  return `“${labelOf(address, definition)}” ${verb} ${options.join(' or ')}`
}

/** In a table asked row by row, `@` is the row: any of them shows what stands there. */
function placeAt(address: Address, definition: SurveyDefinition) {
  const atlas = atlasOf(definition)
  const [first] = address.includes('@') ? atlas.addresses(address.replace('@', '*'), {}) : [address]
  return first === undefined ? undefined : atlas.place(first)
}

function labelOf(address: Address, definition: SurveyDefinition): string {
  const place = placeAt(address, definition)
  if (!place) return address
  return address.includes('@') ? `${place.question.label}: the same line` : place.label
}

const optionLabel = (box: Box | undefined, value: string): string =>
  (box && 'options' in box ? box.options.find((option) => option.value === value)?.label : undefined) ?? value
