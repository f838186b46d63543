import type { ColumnType, Generated } from 'kysely'
import type { CampaignReaders, CampaignState } from '../domain/chasing/campaign'
import type { Narrowing } from '../domain/chasing/narrowing'
import type { LeftOutCounts } from '../domain/chasing/recipients'
import type { ScheduledDay } from '../domain/chasing/reminders'
import type { EmployerRole, StaffRole } from '../domain/people/roles'
import type { Button } from '../domain/post/letter'
import type { RegisterDetail, RegisterEventKind } from '../domain/register/registerEvents'
import type { OrganisationType } from '../domain/survey/expression'
import type { Scope } from '../domain/tokens/scopes'
import type { Json, Now, OptionalJson } from './columns'
import type { QueryTables } from './queryTables'
import type { ReleaseTables } from './releaseTables'
import type { ReturnTables } from './returnTables'
import type { SignInTables } from './signInTables'

/** One entry per table, its columns in the table's own order: the register, its people and their post; and the returns. */
export interface Database extends ReturnTables, QueryTables, ReleaseTables, SignInTables {
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
  registerEvents: {
    id: Generated<number>
    kind: RegisterEventKind
    about: string
    detail: Json<RegisterDetail>
    personId: string | null
    decidedAt: Date
  }
  people: {
    id: Generated<string>
    email: string
    name: string
    telephone: string | null
    passwordHash: string | null
    staffRole: StaffRole | null
    deactivatedAt: Date | null
    bouncingSince: Date | null
    bounceReason: string | null
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
  sentForms: {
    personId: string
    digest: Buffer
    sentAt: Now
    status: number | null
    location: string | null
    says: Buffer | null
  }
  keptForms: {
    personId: string
    action: string
    fields: Json<readonly { readonly name: string; readonly value: string }[]>
    shown: Generated<boolean>
    expiresAt: Date
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
    campaignId: string | null
    toldOn: string | null
    held: Generated<boolean>
    bulk: Generated<boolean>
  }
  reminderSchedules: {
    collectionId: string
    days: Json<readonly ScheduledDay[]>
    changedBy: string | null
    decidedAt: Date
  }
  campaigns: {
    id: Generated<string>
    collectionId: string
    state: Generated<CampaignState>
    subject: string
    body: string
    narrowing: Json<Narrowing>
    readers: CampaignReaders
    copies: boolean
    despiteGap: boolean
    letters: Generated<number>
    leftOut: ColumnType<LeftOutCounts, string | undefined, string>
    writtenBy: string
    draftedAt: Date
    sentBy: string | null
    decidedAt: Date | null
    changedBy: string | null
    changedAt: Date | null
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
