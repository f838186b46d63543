import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { ContactKind, LateReason } from '../domain/chasing/contacts'
import type { OpeningKind } from '../domain/collections/opening'
import type { EventKind } from '../domain/returns/history'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { SentFile } from '../domain/returns/sentFile'
import type { ExplainedRule } from '../domain/returns/submission'
import type { Via } from '../domain/returns/via'
import type { Cell, Cells } from '../domain/survey/cells'
import type { Progress } from '../domain/survey/progress'
import type { Json, Now, OptionalJson } from './columns'

/** Collections and returns: one entry per table, its columns in the table's own order. */
export interface ReturnTables {
  collections: { id: Generated<string>; code: string; title: string; opensAt: Date; cutoffAt: Date }
  returns: {
    id: Generated<string>
    collectionId: string
    organisationId: string
    status: Generated<ReturnStatus>
    version: Generated<number>
    standingSubmissionId: string | null
    progress: ColumnType<Readonly<Record<string, Progress>>, string | undefined, string>
    entries: ColumnType<Readonly<Record<string, number>>, string | undefined, string>
    firstOpenedAt: Date | null
    lastSavedAt: Date | null
    lastSavedBy: string | null
    requestedAt: Date | null
    steppedAt: Date | null
    coveredBy: string | null
    setAsideFrom: ReturnStatus | null
    essentialOnly: Generated<boolean>
    finished: GeneratedAlways<number>
    notAsked: GeneratedAlways<number>
    unexplained: GeneratedAlways<number>
    problems: GeneratedAlways<number>
    lastActiveAt: GeneratedAlways<Date | null>
  }
  contactsMade: {
    id: GeneratedAlways<number>
    returnId: string
    kind: ContactKind
    said: string
    spokeTo: string | null
    reason: LateReason | null
    promisedOn: string | null
    noPromise: Generated<boolean>
    corrects: number | null
    personId: string
    decidedAt: Date
  }
  chasing: {
    returnId: string
    ownerId: string | null
    ownedAt: Date | null
    lastContactAt: Date | null
    promisedOn: string | null
    promisedAt: Date | null
  }
  cells: { returnId: string; address: string; cell: Json<Cell>; version: number; decidedAt: Date }
  cellChanges: {
    id: Generated<number>
    returnId: string
    address: string
    was: OptionalJson<Cell>
    became: OptionalJson<Cell>
    version: number
    personId: string | null
    via: Via
    decidedAt: Date
  }
  submissions: {
    id: Generated<string>
    returnId: string
    number: number
    reference: string
    definition: string
    cells: Json<Cells>
    explained: Json<readonly ExplainedRule[]>
    hash: string
    version: number
    nil: boolean
    identified: boolean
    signedBy: string
    decidedAt: Date
    essentialOnly: Generated<boolean>
    signedAs: string | null
  }
  openings: {
    id: Generated<string>
    returnId: string
    kind: OpeningKind
    untilAt: Date
    reason: string
    sections: string[] | null
    askedBy: string | null
    grantedBy: string
    decidedAt: Date
  }
  openingRequests: {
    id: Generated<string>
    returnId: string
    reason: string
    untilDay: string | null
    typed: ColumnType<Readonly<Record<string, unknown>>, string | undefined, string>
    askedBy: string
    decidedAt: Date
    answer: 'granted' | 'refused' | null
    answerReason: string | null
    answeredBy: string | null
    answeredAt: Date | null
    version: Generated<number>
    openingId: string | null
    usedAt: Date | null
    usedBy: string | null
    putIn: string[] | null
  }
  lateTyping: {
    returnId: string
    name: string
    value: string
    version: number
    typedBy: string
    fromFile: Generated<boolean>
    decidedAt: Date
  }
  bulkExtensions: {
    id: string
    collectionId: string
    untilDay: string
    reason: string
    sections: string[] | null
    grantedBy: string
    decidedAt: Date
  }
  bulkExtensionReturns: {
    bulkExtensionId: string
    returnId: string
    openingId: string | null
    because: string | null
  }
  questionsAsked: {
    id: string
    returnId: string
    address: string | null
    question: string
    askedBy: string
    decidedAt: Date
    answer: string | null
    general: Generated<boolean>
    generalQuestion: string | null
    answeredBy: string | null
    answeredAt: Date | null
  }
  returnEvents: {
    id: Generated<number>
    returnId: string
    kind: EventKind
    detail: ColumnType<Readonly<Record<string, unknown>>, string | undefined, never>
    personId: string | null
    decidedAt: Date
  }
  assignments: {
    returnId: string
    section: string
    personId: string
    dueOn: string | null
    note: string | null
    decidedAt: Now
  }
  uploads: {
    id: Generated<string>
    returnId: string
    personId: string
    name: string
    file: Json<SentFile>
    version: number
    createdAt: Now
    expiresAt: Date
  }
}
