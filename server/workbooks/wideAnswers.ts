import type { SurveyDefinition } from '../domain/survey/definition'
import { whose, whoseColumns } from './answerColumns'
import { BYTE_ORDER_MARK, csvRows } from './csv'
import type { Told } from './longAnswers'
import { saidByAddress, sectionAddresses, type HighestEntries } from './wideColumns'

interface Wide {
  readonly definition: SurveyDefinition
  readonly highest: HighestEntries
  readonly asAt: Date
}

/** What the register says of the organisation, which is not what it answered, and of its submission. */
const aboutColumns = [
  'organisation_nhs_region',
  'organisation_adass_region',
  'return_status',
  'nil',
  'may_be_named',
  'essential_only',
  'as_at',
] as const

/** Every submission on one line, with a column for every address. */
export async function* wideAnswers({ submissions }: Told, { definition, highest, asAt }: Wide): AsyncGenerator<string> {
  const addresses = definition.sections.flatMap((section) => sectionAddresses(section, highest))
  yield `${BYTE_ORDER_MARK}${csvRows([[...whoseColumns, ...aboutColumns, ...addresses]])}`
  for await (const exported of submissions) {
    const { organisation, status, nil, identified, essentialOnly } = exported
    const said = saidByAddress(exported, definition)
    const about = [
      organisation.nhsRegion,
      organisation.adassRegion,
      status,
      yesNo(nil),
      yesNo(identified),
      yesNo(essentialOnly),
    ]
    yield csvRows([
      [...whose(exported), ...about, asAt.toISOString(), ...addresses.map((address) => said.get(address) ?? '')],
    ])
  }
}

const yesNo = (is: boolean): string => (is ? 'yes' : 'no')
