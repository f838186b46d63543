import { auditEntries, type AuditEntry } from '../../db/casework'
import { isDemonstration } from '../../db/demonstration'
import { registerEvents, type RegisterEvent } from '../../db/registerEvents'
import { momentInWords } from '../../domain/collections/calendar'
import { registerEventWords } from '../../domain/register/registerEvents'
import { eventWords } from '../../domain/returns/eventWords'
import type { Services } from '../../services'
import type { Page } from '../chrome'
import { drawing } from '../draw'
import { staff, type Route, type StaffVisit } from '../route'

interface Place {
  readonly text: string
  readonly href: string
  readonly about: string
}

interface AuditLine {
  readonly id: number
  readonly when: string
  /** Where it was done, if that has a page. */
  readonly place: { readonly text: string; readonly href: string } | undefined
  readonly what: string
  readonly more: readonly string[]
}

interface AuditPage extends Page {
  readonly about: string
  readonly other: { readonly text: string; readonly href: string }
  readonly rows: readonly AuditLine[]
  readonly older: string | undefined
  readonly newest: string | undefined
  readonly empty: string
}

const draw = drawing<{ 'admin/home': Page & { readonly places: readonly Place[] }; 'admin/audit': AuditPage }>()

const PAGE = 50

const places: readonly Place[] = [
  { text: 'Collections', href: '/admin/collections', about: 'When they open and close.' },
  {
    text: 'Organisations',
    href: '/admin/organisations',
    about: 'The register: who is asked, and what is known of them.',
  },
  { text: 'People', href: '/admin/people', about: 'Who may sign in, and what they may do.' },
  { text: 'Tokens', href: '/admin/tokens', about: 'Keys with which other systems read.' },
  { text: 'Audit', href: '/admin/audit', about: 'What was done, by whom and when.' },
]

const clock: Place = { text: 'Clock', href: '/admin/clock', about: 'Move the time of this demonstration.' }

/** Where administrators begin, and what was done to returns. */
export const adminRoutes = ({ db }: Pick<Services, 'db'>): Route[] => [
  staff([], 'get', '/admin', async (visit) => {
    const shown = (await isDemonstration(db)) ? [...places, clock] : places
    draw(visit, 'admin/home', { title: 'Administration', places: shown })
  }),
  staff([], 'get', '/admin/audit', (visit) => showAudit(db, visit)),
]

/** Of returns, and of what administrators did besides: each in its own order. */
async function showAudit(db: Services['db'], visit: StaffVisit): Promise<void> {
  const ofRegister = visit.req.query.of === 'register'
  const path = ofRegister ? '/admin/audit?of=register' : '/admin/audit'
  const before = entryIn(visit.req.query.before)
  const part = { ...(before === undefined ? {} : { before }), limit: PAGE + 1 }
  const lines = ofRegister
    ? (await registerEvents(db, part)).map(registerLine)
    : (await auditEntries(db, part)).map(returnLine)
  const rows = lines.slice(0, PAGE)
  const last = lines.length > PAGE ? rows.at(-1) : undefined
  draw(visit, 'admin/audit', {
    ...(ofRegister ? registerAudit : returnsAudit),
    title: 'Audit',
    breadcrumbs: [{ text: 'Administration', href: '/admin' }, { text: 'Audit' }],
    rows,
    older: last && `${path}${ofRegister ? '&' : '?'}before=${last.id}`,
    newest: before === undefined ? undefined : path,
  })
}

const returnsAudit = {
  about: 'What was done to returns, by whom and when.',
  other: { text: 'What administrators did besides', href: '/admin/audit?of=register' },
  empty:
    'Nothing has been done yet. What is started, signed, submitted, reopened and extended stands here, the latest first.',
}

const registerAudit = {
  about: 'What administrators did to organisations, people, dates and tokens.',
  other: { text: 'What was done to returns', href: '/admin/audit' },
  empty: 'Nothing has been done yet. Changes of organisations, people, dates and tokens stand here, the latest first.',
}

const entryIn = (sent: unknown): number | undefined =>
  typeof sent === 'string' && /^\d{1,15}$/.test(sent) ? Number(sent) : undefined

function returnLine({ id, kind, detail, by, decidedAt, organisation, collection, returnId }: AuditEntry): AuditLine {
  const { did, more } = eventWords(kind, detail)
  const place = { text: `${organisation}, ${collection}`, href: `/network/returns/${returnId}` }
  return { id, when: momentInWords(decidedAt), place, what: `${by ?? 'The service'} ${did}`, more }
}

function registerLine({ id, kind, about, detail, by, decidedAt }: RegisterEvent): AuditLine {
  const { did, more } = registerEventWords(kind, about, detail)
  return {
    id,
    when: momentInWords(decidedAt),
    place: undefined,
    what: `${by ?? 'Somebody at the machine'} ${did}`,
    more,
  }
}
