import { mhsw2019 } from '../../server/surveys/mhsw2019'
import type { Cells } from '../../server/domain/survey/cells'
import type { Section, SurveyDefinition } from '../../server/domain/survey/definition'
import type { OrganisationType } from '../../server/domain/survey/expression'
import { sheetOf } from '../../server/domain/survey/routing'
import type { FileRead } from '../../server/workbooks/fileRead'
import { comparison } from '../../server/workbooks/comparison'
import { readFile } from '../../server/workbooks/readFile'
import { returnWorkbook } from '../../server/workbooks/returnWorkbook'

export const register = (type: OrganisationType = 'nhs_trust') => ({
  organisation: {
    name: 'Thornmere Partnership NHS Trust',
    type,
    code: 'T80',
    cassrCode: type === 'local_authority' ? '901' : null,
    nhsRegion: 'Y60',
    adassRegion: 'E12000004',
    popRegistered: type === 'nhs_trust' ? 1_000_000 : null,
    popResident: type === 'local_authority' ? 300_000 : null,
    popAdults: null,
    emailDomains: ['thornmere-trust.example'],
  },
})

export const names = new Map([
  ['E06900001', 'Harrowmere Council'],
  ['T81', 'Wrenbrook NHS Trust'],
])

export const sheetWith = (cells: Cells, definition: SurveyDefinition = mhsw2019, type?: OrganisationType) =>
  sheetOf(definition, register(type), cells)

export const fillable = (definition: SurveyDefinition = mhsw2019): readonly Section[] =>
  definition.sections.filter(({ filledBy }) => filledBy === undefined)

interface Told {
  readonly sections?: readonly Section[]
  readonly definition?: SurveyDefinition
  readonly type?: OrganisationType
}

export const workbookOf = (cells: Cells, { sections, definition = mhsw2019, type }: Told = {}) =>
  returnWorkbook({
    sheet: sheetWith(cells, definition, type),
    sections: sections ?? fillable(definition),
    version: 7,
    entries: {},
    names,
    closes: '11:59pm on Monday 10 February 2020',
    now: new Date('2020-01-27T09:05:00Z'),
  })

export async function mustRead(file: Buffer): Promise<Extract<FileRead, { kind: 'read' }>['file']> {
  const read = await readFile(file)
  if (read.kind === 'refused') throw new Error(`The file was refused: ${read.because}`)
  return read.file
}

/** What putting the file back would do, with nothing changed on the pages meanwhile. */
export async function putBack(file: Buffer, kept: Cells, { sections, definition = mhsw2019, type }: Told = {}) {
  return comparison({
    file: await mustRead(file),
    sections: sections ?? fillable(definition),
    before: sheetWith(kept, definition, type),
    kept,
    since: [],
  })
}
