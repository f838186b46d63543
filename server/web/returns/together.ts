import type { OwnReturn } from '../../db/foundReturn'
import { sistersOf } from '../../db/sisters'
import { declarationOf } from '../../domain/returns/declaration'
import { checkReturn, isReady } from '../../domain/survey/progress'
import type { SurveyDefinition } from '../../domain/survey/definition'
import type { Sheet } from '../../domain/survey/sheet'
import { draftOf, type Reads } from './draft'
import { mayDo } from './nextStep'

/** A return, with all that is in it. */
export interface Drafted {
  readonly found: OwnReturn
  readonly sheet: Sheet
}

/** Another return of the same organisation that this person may sign now too, in one press with this one. */
export async function waitingToo(services: Reads, found: OwnReturn, sheet: Sheet): Promise<Drafted | undefined> {
  const { role, alone, assigned } = found
  for (const sister of await sistersOf(services.db, found)) {
    const theirs: Drafted = {
      found: { ...sister, role, alone, assigned },
      sheet: await draftOf(services, sister),
    }
    if (isSignable(theirs) && areApart(sheet.definition, theirs.sheet.definition)) return theirs
  }
  return undefined
}

const isSignable = ({ found, sheet }: Drafted): boolean =>
  mayDo('submit', found, sheet) && checkReturn(sheet).every(isReady)

/** Each is declared for itself: on one page, that takes boxes of its own. */
function areApart(one: SurveyDefinition, other: SurveyDefinition): boolean {
  const codes = (definition: SurveyDefinition) => declarationOf(definition)?.questions.map(({ code }) => code) ?? []
  const theirs = new Set(codes(other))
  return codes(one).every((code) => !theirs.has(code))
}
