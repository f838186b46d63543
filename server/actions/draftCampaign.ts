import type { Arrival } from '../clock'
import { insertCampaign, type NewCampaign } from '../db/campaigns'
import { decideNow } from '../db/clock'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

interface DraftCampaign extends Omit<NewCampaign, 'draftedAt'> {
  readonly arrival: Arrival
}

/** Keeps letters to many as they were written, to be looked at before they go; their id. */
export const draftCampaign = ({ db }: Pick<Services, 'db'>, { arrival, ...written }: DraftCampaign): Promise<string> =>
  inTransaction(db, async (tx) => insertCampaign(tx, { ...written, draftedAt: await decideNow(tx, arrival) }))
