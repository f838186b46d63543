import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Button } from '../domain/post/letter'
import type { OpeningKind } from '../domain/collections/opening'
import type { EmployerRole, StaffRole } from '../domain/people/roles'
import type { EventKind } from '../domain/returns/history'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { SentFile } from '../domain/returns/sentFile'
import type { Via } from '../domain/returns/via'
import type { Cell, Cells } from '../domain/survey/cells'
import type { OrganisationType } from '../domain/survey/expression'
import type { Progress } from '../domain/survey/progress'
import type { ExplainedRule } from '../domain/returns/submission'
import type { Scope } from '../domain/tokens/scopes'

type Now = Generated<Date>
type Json<T extends object> = JSONColumnType<T>
type OptionalJson<T extends object> = ColumnType<T | null, string | null, string | null>

/** One entry per table, its columns in the table's own order. */
export interface Database {
  demonstration: { onlyOne: Generated<boolean>; clockOffset: string; seenAt: Now; loadedAt: Now }
  organisations: {
    id: Generated<string>
    name: string
    type: OrganisationType
    code: string
    cassrCode: string | null
    nhsRegion: string
    adassRegion: string
    popRegistered: number | null
    popResident: number | null
    popAdults: number | null
    emailDomains: Generated<string[]>
  }
  people: {
    id: Generated<string>
    email: string
    name: string
    telephone: string | null
    passwordHash: string | null
    staffRole: StaffRole | null
    deactivatedAt: Date | null
  }
  memberships: { personId: string; organisationId: string; role: EmployerRole }
  sessions: {
    idHash: Buffer
    personId: string | null
    data: Json<object>
    createdAt: Now
    seenAt: Now
    expiresAt: Date
  }
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
  post: {
    id: Generated<string>
    kind: string
    cause: string
    returnId: string | null
    personId: string | null
    toName: string
    toAddress: string
    subject: string
    paragraphs: Json<readonly string[]>
    button: OptionalJson<Button>
    messageId: string
    state: Generated<'waiting' | 'sent' | 'kept' | 'failed' | 'not_needed'>
    stateReason: string | null
    tries: Generated<number>
    nextTryAt: Now
    leasedUntil: Date | null
    postedAt: Date | null
    createdAt: Now
    decidedAt: Date
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
  invitations: {
    id: string
    organisationId: string
    email: string
    role: EmployerRole
    invitedBy: string
    tokenHash: Buffer
    createdAt: Now
    expiresAt: Date
    usedAt: Date | null
    usedBy: string | null
    revokedAt: Date | null
    decidedAt: Date
  }
  passwordTokens: {
    id: string
    personId: string
    tokenHash: Buffer
    createdAt: Now
    expiresAt: Date
    usedAt: Date | null
    revokedAt: Date | null
  }
  passwordRequests: { id: Generated<string>; email: string; askedAt: Now }
  tokens: {
    id: Generated<string>
    name: string
    tokenHash: Buffer
    scopes: Scope[]
    madeBy: string
    createdAt: Now
    expiresAt: Date
    usedAt: Date | null
    revokedAt: Date | null
    revokedBy: string | null
    decidedAt: Date
  }
}
