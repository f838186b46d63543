import { permitOf } from '../../db/correctionPermits'
import type { FoundReturn } from '../../db/foundReturn'
import { organisationNames } from '../../db/organisationNames'
import { registerOf } from '../../db/register'
import { cellsOf } from '../../db/cells'
import type { Permit } from '../../domain/queries/correcting'
import type { Names } from '../../domain/reading/cellInWords'
import type { Cells } from '../../domain/survey/cells'
import type { SurveyDefinition } from '../../domain/survey/definition'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'

/** What a page says of the figures of a return: as they are now, as they were last time, and how codes are called. */
export interface Known {
  readonly found: FoundReturn
  readonly definition: SurveyDefinition
  readonly names: Names
  /** What is in the return now, in pencil. */
  readonly now: Cells
  readonly lastTime: Cells
  readonly permit: Permit | undefined
}

/** Reads what a page says of the figures of a return. */
export async function knownOf({ db }: Pick<Services, 'db'>, found: FoundReturn): Promise<Known> {
  const definition = definitionOf(found.collection.code)
  const [names, now, register, permit] = await Promise.all([
    organisationNames(db),
    cellsOf(db, found.id),
    registerOf(db, found, definition, {}),
    permitOf(db, found.collection.id),
  ])
  return { found, definition, names, now, lastTime: register.lastTime ?? {}, permit }
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether it can be the id of a question at all. */
export const isId = (sent: unknown): sent is string => typeof sent === 'string' && uuid.test(sent)
