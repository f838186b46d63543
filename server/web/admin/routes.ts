import { auditEntries, type AuditEntry } from '../../db/casework'
import { isDemonstration } from '../../db/demonstration'
import { momentInWords } from '../../domain/collections/calendar'
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

interface AuditPage extends Page {
  readonly rows: readonly {
    readonly when: string
    readonly organisation: string
    readonly href: string
    readonly what: string
    readonly more: readonly string[]
  }[]
  readonly older: string | undefined
  readonly newest: string | undefined
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
  { text: 'Audit', href: '/admin/audit', about: 'What was done to returns, by whom and when.' },
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

async function showAudit(db: Services['db'], visit: StaffVisit): Promise<void> {
  const before = entryIn(visit.req.query.before)
  const entries = await auditEntries(db, { ...(before === undefined ? {} : { before }), limit: PAGE + 1 })
  const shown = entries.slice(0, PAGE)
  const last = entries.length > PAGE ? shown.at(-1) : undefined
  draw(visit, 'admin/audit', {
    title: 'Audit',
    breadcrumbs: [{ text: 'Administration', href: '/admin' }, { text: 'Audit' }],
    rows: shown.map(auditLine),
    older: last && `/admin/audit?before=${last.id}`,
    newest: before === undefined ? undefined : '/admin/audit',
  })
}

const entryIn = (sent: unknown): number | undefined =>
  typeof sent === 'string' && /^\d{1,15}$/.test(sent) ? Number(sent) : undefined

function auditLine({ kind, detail, by, decidedAt, organisation, collection, returnId }: AuditEntry) {
  const { did, more } = eventWords(kind, detail)
  return {
    when: momentInWords(decidedAt),
    organisation: `${organisation}, ${collection}`,
    href: `/network/returns/${returnId}`,
    what: `${by ?? 'The service'} ${did}`,
    more,
  }
}
