import { cellsOf } from '../../db/cells'
import type { FoundReturn } from '../../db/foundReturn'
import { openingRequestsOf, type OpeningRequest } from '../../db/openingRequests'
import { organisationNames } from '../../db/organisationNames'
import { cutoffInWords, endOfDay, momentInWords } from '../../domain/collections/calendar'
import { lateLines, type LateLine } from '../../domain/reading/lateLines'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'

/** What the employer asked for: more time, or its return back; with what was typed too late. */
export interface RequestsPart {
  /** Where they are answered. */
  readonly queue: string
  readonly requests: readonly {
    readonly by: string
    readonly until: string
    readonly reason: string
    readonly late: readonly LateLine[]
    readonly answer: string
  }[]
}

/** Reads what the employer asked for. */
export async function requestsPart(db: Services['db'], { id, collection }: FoundReturn): Promise<RequestsPart> {
  const requests = await openingRequestsOf(db, id)
  const hasLate = requests.some(({ typed }) => Object.keys(typed).length > 0)
  const cells = hasLate ? await cellsOf(db, id) : {}
  const names = hasLate ? await organisationNames(db) : new Map<string, string>()
  return {
    queue: `/network/collections/${collection.code}/requests`,
    requests: requests.map((request) => ({
      by: `${request.by}, ${momentInWords(request.decidedAt)}`,
      until: request.untilDay === null ? 'No day named' : `Until ${cutoffInWords(endOfDay(request.untilDay))}`,
      reason: request.reason,
      late: lateLines(request.typed, { definition: definitionOf(collection.code), cells, names }),
      answer: answerWords(request),
    })),
  }
}

const answers = { granted: 'Granted', refused: 'Refused' } as const

function answerWords({ answer, answerReason, usedAt }: OpeningRequest): string {
  if (answer === null) return 'Not answered yet'
  const said = [answers[answer], answerReason].filter(Boolean).join('. ')
  return usedAt === null ? said : `${said}. Put in at ${momentInWords(usedAt)}`
}
