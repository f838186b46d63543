import { cellInWords, type Names } from '../reading/cellInWords'
import type { Address, Cell } from '../survey/cells'
import type { SurveyDefinition } from '../survey/definition'
import { atlasOf } from '../survey/places'

const NOTHING = 'Nothing'

/** What stands at an address, with its unit: "41 people"; "Nothing" where nothing does. */
export function figureWords(
  address: Address,
  cell: Cell | null | undefined,
  { definition, names }: { readonly definition: SurveyDefinition; readonly names: Names },
): string {
  const box = atlasOf(definition).place(address)?.box
  const words = box && cellInWords(box, cell, names)
  if (!box || words === undefined) return NOTHING
  return 'unit' in box && cell?.state === 'value' ? `${words} ${box.unit}` : words
}
