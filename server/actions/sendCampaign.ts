import type { Arrival } from '../clock'
import { waitToBeAlone } from '../db/advisoryLock'
import { lockCampaign, setCampaignSent } from '../db/campaigns'
import { chaseableReturns } from '../db/chaseable'
import { decideNow } from '../db/clock'
import type { FoundCollection } from '../db/collections'
import { insertManyLetters, type LetterOfMany } from '../db/post'
import { inTransaction } from '../db/transaction'
import { chaseLetter, markOf, type Written } from '../domain/chasing/chaseLetter'
import { countedLeftOut, whoGets, type ChosenLetter } from '../domain/chasing/recipients'
import { londonDay } from '../domain/collections/calendar'
import { fillableSections } from '../domain/returns/standing'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface SendCampaign {
  readonly collection: FoundCollection
  readonly id: string
  /** Of the list as it was shown beside the button. */
  readonly mark: string
  readonly personId: string
  readonly arrival: Arrival
}

export type CampaignSent =
  | { readonly kind: 'sent'; readonly letters: number }
  /** Somebody has pressed before: nothing was written twice. */
  | { readonly kind: 'sent_before' }
  /** Other people would get it now than were shown. */
  | { readonly kind: 'list_changed' }
  | { readonly kind: 'not_found' }

/** Writes the letters of a campaign, in one piece: to those who were shown beside the button, or to nobody. */
export const sendCampaign = (services: Pick<Services, 'db' | 'publicUrl'>, deed: SendCampaign) =>
  inTransaction<CampaignSent>(services.db, async (tx) => {
    const { collection, id, mark, personId, arrival } = deed
    await waitToBeAlone(tx, 'write letters to many')
    const campaign = await lockCampaign(tx, collection.id, id)
    if (!campaign) return { kind: 'not_found' }
    if (campaign.state !== 'draft') return { kind: 'sent_before' }
    const now = await decideNow(tx, arrival)
    const sections = fillableSections(definitionOf(collection.code))
    const returns = await chaseableReturns(tx, { collection: { ...collection, now }, sections }, campaign.narrowing)
    const chosen = whoGets(returns, campaign, { now, occasion: id })
    const { letters } = chosen
    if (letters.length === 0 || markOf(letters) !== mark) return { kind: 'list_changed' }
    const written = { template: campaign, collection: collection.title, now, publicUrl: services.publicUrl }
    await insertManyLetters(
      tx,
      { decidedAt: now, campaignId: id },
      letters.map((letter) => rowOf(letter, id, written)),
    )
    const leftOut = countedLeftOut(chosen.leftOut)
    await setCampaignSent(tx, id, { letters: letters.length, leftOut, sentBy: personId, decidedAt: now })
    return { kind: 'sent', letters: letters.length }
  })

const rowOf = (chosen: ChosenLetter, campaignId: string, written: Written): LetterOfMany => ({
  kind: 'chase',
  cause: `chase:${campaignId}:${chosen.about.id}`,
  returnId: chosen.about.id,
  letter: chaseLetter(chosen, written),
  reader: chosen.reader,
  toldOn: londonDay(written.now),
})
