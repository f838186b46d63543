import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema'
import type { EmployerRole, StaffRole } from '../../server/domain/people/roles'
import type { ReturnStatus } from '../../server/domain/returns/lifecycle'
import type { Cells } from '../../server/domain/survey/cells'
import type { OrganisationType } from '../../server/domain/survey/expression'
import type { Scope } from '../../server/domain/tokens/scopes'
import { cheapPasswords } from './passwords'

/** What everybody made here signs in with. */
export const password = 'demonstration'

const passwordHash = cheapPasswords().hash(password)

const names: Readonly<Record<OrganisationType, string>> = {
  nhs_trust: 'Thornmere Trust',
  local_authority: 'Eastvale Council',
  independent: 'Hollowbrook Care',
  voluntary: 'Fernlea Friends',
}

interface Made {
  readonly id: string
}

interface MadeReturn extends Made {
  readonly organisationId: string
  readonly collectionId: string
}

/** Rows for tests, with all that a test does not care about filled in: `make(db).organisation({ type: 'nhs_trust' })`. */
export function make(db: Kysely<Database>) {
  const unique = () => randomBytes(4).toString('hex')

  async function organisation(
    given: {
      type?: OrganisationType
      name?: string
      code?: string
      emailDomains?: string[]
      popRegistered?: number
      popResident?: number
      popAdults?: number
    } = {},
  ): Promise<Made & { name: string; code: string }> {
    const type = given.type ?? 'nhs_trust'
    return db
      .insertInto('organisations')
      .values({
        name: `${names[type]} ${unique()}`,
        code: `T8${unique()}`,
        nhsRegion: 'midlands',
        adassRegion: 'west_midlands',
        popRegistered: 500_000,
        popResident: 300_000,
        popAdults: 240_000,
        ...given,
        type,
      })
      .returning(['id', 'name', 'code'])
      .executeTakeFirstOrThrow()
  }

  async function person(
    given: { email?: string; name?: string; staffRole?: StaffRole; organisationId?: string; role?: EmployerRole } = {},
  ): Promise<Made & { email: string }> {
    const made = await db
      .insertInto('people')
      .values({
        email: given.email ?? `person-${unique()}@thornmere-trust.example`,
        name: given.name ?? 'Dilys Marlow',
        staffRole: given.staffRole ?? null,
        passwordHash: await passwordHash,
      })
      .returning(['id', 'email'])
      .executeTakeFirstOrThrow()
    const { organisationId, role = 'preparer' } = given
    if (organisationId) await member({ personId: made.id, organisationId, role })
    return made
  }

  async function member(of: { personId: string; organisationId: string; role: EmployerRole }): Promise<void> {
    await db.insertInto('memberships').values(of).execute()
  }

  /** Always the same one for the same code. */
  async function collection(
    given: { code?: string; title?: string; opensAt?: string; cutoffAt?: string } = {},
  ): Promise<Made & { code: string }> {
    const code = given.code ?? 'mhsw-2019'
    const values = {
      code,
      title: given.title ?? 'Mental health social work 2019-20',
      opensAt: new Date(given.opensAt ?? '2020-01-06T00:00:00Z'),
      cutoffAt: new Date(given.cutoffAt ?? '2020-02-11T00:00:00Z'),
    }
    return db
      .insertInto('collections')
      .values(values)
      .onConflict((same) => same.column('code').doUpdateSet({ opensAt: values.opensAt, cutoffAt: values.cutoffAt }))
      .returning(['id', 'code'])
      .executeTakeFirstOrThrow()
  }

  /** A return of a new organisation, unless one is given, in mhsw-2019, unless another collection is given. */
  async function aReturn(
    given: { organisationId?: string; collectionId?: string; type?: OrganisationType; status?: ReturnStatus } = {},
  ): Promise<MadeReturn> {
    const organisationId = given.organisationId ?? (await organisation(given.type ? { type: given.type } : {})).id
    const collectionId = given.collectionId ?? (await collection()).id
    return db
      .insertInto('returns')
      .values({ organisationId, collectionId, ...(given.status ? { status: given.status } : {}) })
      .returning(['id', 'organisationId', 'collectionId'])
      .executeTakeFirstOrThrow()
  }

  async function assignment(given: { returnId: string; personId: string; section: string }): Promise<void> {
    await db
      .insertInto('assignments')
      .values({ dueOn: null, note: null, ...given })
      .execute()
  }

  /** A submission that stands, with nothing in it unless it is given. Submit through the pages where that matters. */
  async function submission({
    cells = {},
    ...given
  }: {
    returnId: string
    signedBy: string
    cells?: Cells
  }): Promise<Made> {
    const made = await db
      .insertInto('submissions')
      .values({
        ...given,
        number: 1,
        reference: `MHSW-${unique()}`,
        definition: 'mhsw-2019',
        cells: JSON.stringify(cells),
        explained: '[]',
        hash: unique(),
        version: 1,
        nil: false,
        identified: false,
        decidedAt: new Date('2020-01-20T10:00:00Z'),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .updateTable('returns')
      .set({ status: 'submitted', version: 1, standingSubmissionId: made.id })
      .where('id', '=', given.returnId)
      .execute()
    return made
  }

  /** More time for one return, all of it. */
  async function opening(given: { returnId: string; grantedBy: string; untilAt: string }): Promise<void> {
    const untilAt = new Date(given.untilAt)
    const rest = { kind: 'extension', reason: 'They asked', sections: null, askedBy: null } as const
    const decidedAt = new Date('2020-01-20T10:00:00Z')
    await db
      .insertInto('openings')
      .values({ ...given, ...rest, untilAt, decidedAt })
      .execute()
  }

  /** A letter as it stands in the post. */
  async function letter(given: { returnId?: string; personId?: string; kind?: string } = {}): Promise<Made> {
    return db
      .insertInto('post')
      .values({
        kind: 'reminder',
        cause: unique(),
        toName: 'Dilys Marlow',
        toAddress: 'dilys@thornmere-trust.example',
        subject: 'Your return',
        paragraphs: '["It is due."]',
        messageId: `${unique()}@benchmarking.example`,
        decidedAt: new Date('2020-01-27T09:00:00Z'),
        ...given,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  }

  /** Letters to many, written and not sent yet, to those who prepare the returns of mhsw-2019. */
  async function campaign(given: { writtenBy: string; subject?: string; body?: string }): Promise<Made> {
    return db
      .insertInto('campaigns')
      .values({
        collectionId: (await collection()).id,
        subject: '{organisation}: your return closes {days left}',
        body: 'It has not been submitted yet: {progress}.',
        narrowing: '{}',
        readers: 'preparers',
        copies: false,
        despiteGap: false,
        draftedAt: new Date('2020-01-27T09:00:00Z'),
        ...given,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  }

  /** What somebody has asked the network, not answered yet. */
  async function question(given: {
    returnId: string
    askedBy: string
    address?: string | null
    question?: string
  }): Promise<Made> {
    return db
      .insertInto('questionsAsked')
      .values({
        id: randomUUID(),
        address: null,
        question: 'Do we count people on secondment?',
        decidedAt: new Date('2020-01-28T10:00:00Z'),
        ...given,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  }

  /** What an employer asks for, not answered yet, with what was typed too late. */
  async function request(given: {
    returnId: string
    askedBy: string
    reason?: string
    untilDay?: string | null
    typed?: Readonly<Record<string, string>>
  }): Promise<Made> {
    const { typed = {}, ...rest } = given
    const decidedAt = new Date('2020-02-11T08:00:00Z')
    return db
      .insertInto('openingRequests')
      .values({ reason: 'Our figures came late.', untilDay: null, decidedAt, ...rest, typed: JSON.stringify(typed) })
      .returning('id')
      .executeTakeFirstOrThrow()
  }

  /** More time for many at once, of which nothing has come yet. */
  async function bulkExtension({ collectionId }: { collectionId: string }): Promise<Made> {
    const grantedBy = (await person({ staffRole: 'admin' })).id
    const decidedAt = new Date('2020-02-10T09:00:00Z')
    const rest = { untilDay: '2020-02-14', reason: 'Floods', sections: null, grantedBy, decidedAt }
    return db
      .insertInto('bulkExtensions')
      .values({ id: randomUUID(), collectionId, ...rest })
      .returning('id')
      .executeTakeFirstOrThrow()
  }

  /** What the network has asked about a figure of the submission that stands, not answered yet. */
  async function query(given: {
    returnId: string
    raisedBy: string
    address?: string
    figures?: Cells
    rule?: string
  }): Promise<Made> {
    const { standingSubmissionId: submissionId } = await db
      .selectFrom('returns')
      .select('standingSubmissionId')
      .where('id', '=', given.returnId)
      .executeTakeFirstOrThrow()
    if (submissionId === null) throw new Error('A question is asked about a submission')
    const at = new Date('2020-02-12T10:00:00Z')
    return db
      .insertInto('queries')
      .values({
        id: randomUUID(),
        submissionId,
        address: 'amhp_emp.hc',
        rule: null,
        compared: unique(),
        question: 'Is this figure right? It is far from last time’s.',
        state: 'asked',
        partnerId: null,
        decidedAt: at,
        askedAt: at,
        ...given,
        figures: JSON.stringify(given.figures ?? {}),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  }

  /** A token that works; `token` is what its system sends. */
  async function token(
    given: { scopes?: Scope[]; expiresAt?: Date; revokedAt?: Date } = {},
  ): Promise<Made & { token: string }> {
    const written = `wr_${unique()}`
    const madeBy = (await person({ staffRole: 'admin' })).id
    const made = await db
      .insertInto('tokens')
      .values({
        name: 'The figures portal',
        tokenHash: createHash('sha256').update(written).digest(),
        scopes: given.scopes ?? ['collections', 'organisations', 'returns', 'answers'],
        madeBy,
        expiresAt: given.expiresAt ?? new Date('2999-01-01T00:00:00Z'),
        revokedAt: given.revokedAt ?? null,
        revokedBy: given.revokedAt ? madeBy : null,
        decidedAt: new Date('2020-01-27T09:00:00Z'),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { ...made, token: written }
  }

  /** An employer with a return and one person of each role; the contributor has section F. */
  async function employer(given: { type?: OrganisationType; status?: ReturnStatus } = {}) {
    const madeReturn = await aReturn(given)
    const { organisationId } = madeReturn
    const preparer = await person({ organisationId, role: 'preparer' })
    const contributor = await person({ organisationId, role: 'contributor', name: 'Tomos Hale' })
    const signatory = await person({ organisationId, role: 'signatory', name: 'Ines Corrie' })
    await assignment({ returnId: madeReturn.id, personId: contributor.id, section: 'f' })
    return { organisationId, return: madeReturn, preparer, contributor, signatory }
  }

  return {
    organisation,
    person,
    member,
    collection,
    return: aReturn,
    assignment,
    submission,
    opening,
    token,
    letter,
    campaign,
    question,
    query,
    request,
    bulkExtension,
    employer,
  }
}
