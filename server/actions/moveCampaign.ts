import type { Arrival } from '../clock'
import { lockCampaign, setCampaignState } from '../db/campaigns'
import { decideNow } from '../db/clock'
import { inTransaction } from '../db/transaction'
import { stateAfter, type CampaignMove, type CampaignState } from '../domain/chasing/campaign'
import type { Services } from '../services'

interface MoveCampaign {
  readonly collectionId: string
  readonly id: string
  readonly move: CampaignMove
  readonly personId: string
  readonly arrival: Arrival
}

export type CampaignMoved =
  /** How many letters were held back, let go or given up. */
  | { readonly kind: 'moved'; readonly letters: number }
  | { readonly kind: 'wrong_state'; readonly state: CampaignState }
  | { readonly kind: 'not_found' }

/** Pauses letters to many, lets them go on, or gives up those that have not gone. */
export const moveCampaign = ({ db }: Pick<Services, 'db'>, deed: MoveCampaign) =>
  inTransaction<CampaignMoved>(db, async (tx) => {
    const campaign = await lockCampaign(tx, deed.collectionId, deed.id)
    if (!campaign) return { kind: 'not_found' }
    const state = stateAfter(deed.move, campaign.state)
    if (state === undefined) return { kind: 'wrong_state', state: campaign.state }
    const changedAt = await decideNow(tx, deed.arrival)
    const letters = await setCampaignState(tx, campaign.id, { state, changedBy: deed.personId, changedAt })
    return { kind: 'moved', letters }
  })
