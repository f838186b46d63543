import { valueCell, type Address, type Cells } from '../../domain/survey/cells'
import { atlasOf } from '../../domain/survey/places'
import type { SurveyDefinition } from '../../domain/survey/definition'
import type { Chance } from '../chance'
import { personWith } from '../employers'
import type { Employer } from '../employer'
import { network } from '../staff'
import { joined } from '../answers/cellsSaid'
import type { Via } from '../../domain/returns/via'
import type { Diary } from './diary'
import type { Save } from './saving'
import type { Story } from './story'

/** The cells of each section that has any, by its letter, in the order of the survey. */
export function bySection(cells: Cells, definition: SurveyDefinition): Map<string, Cells> {
  const atlas = atlasOf(definition)
  const sections = new Map<string, Record<Address, Cells[string]>>(definition.sections.map(({ code }) => [code, {}]))
  for (const [address, cell] of Object.entries(cells)) {
    const section = sections.get(atlas.question(address)?.section.code ?? '')
    if (section) section[address] = cell
  }
  return new Map([...sections].filter(([, said]) => Object.keys(said).length > 0))
}

/** What was typed at first where it was put right afterwards: one figure too many in one or two boxes. */
function withSlips(says: Cells, chance: Chance): Cells {
  const figures = Object.entries(says).filter(([address, cell]) => address.endsWith('.hc') && cell.state === 'value')
  const slips = chance.shuffled(figures).slice(0, chance.whole(1, 2))
  return Object.fromEntries([
    ...Object.entries(says),
    ...slips.map(
      ([address, cell]) => [address, valueCell(cell.state === 'value' ? Number(cell.value) + 1 : 0)] as const,
    ),
  ])
}

/** A section is saved once, or twice where something was put right. */
const savesOfSection = (says: Cells, chance: Chance): Cells[] =>
  chance.happens(0.22) ? [withSlips(says, chance), says] : [says]

/** Who enters a section: at Thornmere a contributor enters section F. */
function whoSaves(employer: Employer, section: string, { via }: Story): string {
  if (via === 'telephone') return network.id
  const contributor = employer.people.find(({ role }) => role === 'contributor')
  return section === 'f' && contributor ? contributor.id : personWith(employer, 'preparer').id
}

/** Demographics come out of a report, and are often pasted. */
const routeOf = (section: string, { via, takesOver }: Story, chance: Chance): Via => {
  if (section === 'a' && takesOver) return 'shared'
  return via === 'typed' && section === 'h' && chance.happens(0.6) ? 'pasted' : via
}

/** Section A typed, and all the rest from one spreadsheet. */
function fromWorkbook(sections: readonly Cells[], employer: Employer): Save[] {
  const personId = personWith(employer, 'preparer').id
  return [
    { says: joined(sections.slice(0, 1)), personId, via: 'typed' },
    { says: joined(sections.slice(1)), personId, via: 'workbook' },
  ]
}

/** In which order, by whom and by which route the cells of a return were saved. */
export function plannedSaves(cells: Cells, { employer, shown, chance }: Diary, story: Story): Save[] {
  const sections = bySection(cells, shown.definition)
  if (story.via === 'workbook') return fromWorkbook([...sections.values()], employer)
  return [...sections].flatMap(([section, says]) => {
    const how = { personId: whoSaves(employer, section, story), via: routeOf(section, story, chance) }
    return savesOfSection(says, chance).map((each) => ({ says: each, ...how }))
  })
}
