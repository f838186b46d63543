import { createHash } from 'node:crypto'
import type { OrganisationType } from '../../domain/survey/expression'
import { AUTHORISED, declarationOf } from '../../domain/returns/declaration'
import { inkOf } from '../../domain/returns/ink'
import { canonicalCells, referenceOf } from '../../domain/returns/submission'
import type { Cells } from '../../domain/survey/cells'
import { questionMeaning } from '../../domain/survey/definition'
import { readSection, type Typed } from '../../domain/survey/readSection'
import { sheetOf } from '../../domain/survey/routing'
import { chanceOf } from '../chance'
import { socialWork, type Shown } from '../collection'
import type { Employer } from '../employer'
import { personWith } from '../employers'
import { idOf } from '../identity'
import type { Diary, ToldSubmission } from './diary'

const offices: Readonly<Record<OrganisationType, readonly (readonly [string, string])[]>> = {
  nhs_trust: [
    ['executive_director', 'Executive Director of Nursing and Social Work'],
    ['hr_workforce_director', 'Director of Workforce'],
  ],
  local_authority: [
    ['director_adult_social_services', 'Director of Adult Social Services'],
    ['principal_social_worker', 'Principal Social Worker'],
  ],
  independent: [['registered_manager', 'Registered Manager']],
  voluntary: [['trustee_or_chief_officer', 'Chief Officer']],
}

/** The declaration of a survey as the signatory of an employer types it. */
export function declarationBy(employer: Employer, warned: boolean, { definition }: Shown = socialWork): Typed {
  const prefix = questionMeaning(definition, 'signatory_name')?.code.replace('decl_name', '') ?? ''
  const said = Object.entries(declared(employer, warned))
  return { ...Object.fromEntries(said.map(([code, answer]) => [prefix + code, answer])), [AUTHORISED]: 'yes' }
}

function declared(employer: Employer, warned: boolean): Readonly<Record<string, string>> {
  const chance = chanceOf('declaration', employer.code)
  const { name, email } = personWith(employer, 'signatory')
  const [role, title] = chance.oneOf(offices[employer.type])
  return {
    decl_name: name,
    decl_role: role,
    decl_job_title: title,
    decl_email: email,
    decl_accurate: 'yes',
    ...(warned ? { decl_warnings: 'yes' } : {}),
    decl_partners: 'yes',
    decl_identify: chance.happens(0.65) ? 'named' : 'unnamed',
    decl_no_personal: 'yes',
  }
}

const isWarned = ({ progress }: Diary): boolean => Object.values(progress).some(({ soft }) => soft > 0)

/** The cells of a return with its declaration. */
function signed({ shown, cells }: Diary, typed: Typed): Cells {
  const section = declarationOf(shown.definition)
  const { changes } = section ? readSection(section, typed, {}) : { changes: {} }
  return Object.fromEntries(
    Object.entries<Cells[string] | null>({ ...cells, ...changes }).filter(
      (entry): entry is [string, Cells[string]] => entry[1] !== null,
    ),
  )
}

/** Puts a return in ink as it stands at this moment. */
export function inked(diary: Diary, at: Date): ToldSubmission {
  const { employer, returnId, version } = diary
  const { collection, definition } = diary.shown
  const typed = declarationBy(employer, isWarned(diary), diary.shown)
  const { cells, explained } = inkOf(sheetOf(definition, { organisation: employer }, signed(diary, typed)))
  const number = diary.submissions.length + 1
  const gate = cells[questionMeaning(definition, 'any_at_all')?.code ?? '']
  const naming = cells[questionMeaning(definition, 'naming')?.code ?? '']
  return {
    id: idOf('submission', returnId, String(number)),
    number,
    reference: referenceOf(collection.code, employer.code, number),
    cells,
    explained,
    hash: createHash('sha256').update(canonicalCells(cells)).digest('hex'),
    version,
    nil: gate?.state === 'value' && gate.value === 'no',
    identified: naming?.state === 'value' && naming.value === 'named',
    signedBy: personWith(employer, 'signatory').id,
    decidedAt: at,
  }
}
