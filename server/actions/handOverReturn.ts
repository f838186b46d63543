import type { Arrival } from '../clock'
import { decideNow } from '../db/clock'
import { setInviter } from '../db/invitations'
import { insertEventOfEach } from '../db/history'
import { insertLetter } from '../db/post'
import { deleteMember, lockTeam, setMemberRole } from '../db/team'
import { inTransaction } from '../db/transaction'
import { handedOverToYou, youHandedOver } from '../mail/handedOver'
import type { Services } from '../services'

interface HandOverReturn {
  readonly organisationId: string
  /** The preparer who hands over. */
  readonly by: string
  readonly successor: string
  /** Whether they go on helping, as a contributor. */
  readonly stays: boolean
  readonly arrival: Arrival
}

export type HandedOver =
  | { readonly kind: 'handed_over'; readonly to: string; readonly organisation: string }
  | { readonly kind: 'not_in_team' }
  | { readonly kind: 'not_found' }

/** Makes a colleague the preparer in one's own place, with all that one had begun. Both are told. */
export const handOverReturn = (
  { db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>,
  { organisationId, by, successor, stays, arrival }: HandOverReturn,
) =>
  inTransaction<HandedOver>(db, async (tx) => {
    const team = await lockTeam(tx, organisationId, by)
    if (!team) return { kind: 'not_found' }
    const next = team.members.find(({ id }) => id === successor && id !== by)
    if (!next) return { kind: 'not_in_team' }

    await setMemberRole(tx, { personId: next.id, organisationId }, 'preparer')
    if (stays) await setMemberRole(tx, { personId: by, organisationId }, 'contributor')
    else await deleteMember(tx, by, organisationId)
    await setInviter(tx, organisationId, { from: by, to: next.id })

    const decidedAt = await decideNow(tx, arrival)
    const about = { kind: 'handed_over', returnId: null, decidedAt, cause: causeOf(organisationId, decidedAt) } as const
    const event = { kind: 'handed_over', detail: { to: next.name }, personId: by, decidedAt } as const
    await insertEventOfEach(tx, organisationId, event)
    const words = { organisation: team.organisation, from: team.by.name, to: next.name, stays, publicUrl }
    await insertLetter(tx, about, handedOverToYou(words), next)
    await insertLetter(tx, about, youHandedOver(words), team.by)
    return { kind: 'handed_over', to: next.name, organisation: team.organisation }
  })

const causeOf = (organisationId: string, decidedAt: Date) => `handed_over:${organisationId}:${decidedAt.toISOString()}`
