import { moveCampaign } from '../../actions/moveCampaign'
import { sendCampaign } from '../../actions/sendCampaign'
import { campaignCounts, findCampaign, type FoundCampaign } from '../../db/campaigns'
import { chaseableReturns } from '../../db/chaseable'
import { latestLetters } from '../../db/letters'
import type { CampaignMove } from '../../domain/chasing/campaign'
import { whoGets } from '../../domain/chasing/recipients'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { typedIn } from '../forms'
import { staff, type Route, type StaffVisit } from '../route'
import { notSeen } from '../sessionStore'
import { collectionAt, mayWrite, placeOf, readers, writers, type CollectionSeen } from './collection'
import { askedDraft, draftPage } from './draftPage'
import { draw } from './pages'
import { countsInWords, progressPage } from './progressPage'
import { counted } from '../../domain/reading/counted'

const path = '/network/collections/:code/chase/:campaign'

/** How many of those that did not arrive the page names. */
const FAILED = 50

/** Letters to many: looked at before they go, sent, watched, held back and given up. */
export const campaignRoutes = (services: Services): Route[] => [
  staff(readers, 'get', path, (visit) => show(services, visit)),
  staff(readers, 'get', `${path}/progress.json`, (visit) => tellProgress(services, visit)),
  staff(writers, 'post', `${path}/sending`, (visit) => send(services, visit)),
  staff(writers, 'post', `${path}/pause`, (visit) => move(services, visit, 'pause')),
  staff(writers, 'post', `${path}/resumption`, (visit) => move(services, visit, 'resume')),
  staff(writers, 'post', `${path}/cancellation`, (visit) => move(services, visit, 'cancel')),
]

interface CampaignSeen extends CollectionSeen {
  readonly campaign: FoundCampaign
}

async function campaignAt(services: Services, visit: StaffVisit): Promise<CampaignSeen> {
  const seen = await collectionAt(services, visit)
  const campaign = await findCampaign(services.db, seen.collection.id, String(visit.req.params.campaign))
  if (!campaign) throw new NotFound()
  return { ...seen, campaign }
}

async function show(services: Services, visit: StaffVisit): Promise<void> {
  const seen = await campaignAt(services, visit)
  if (seen.campaign.state === 'draft') await drawDraft(services, visit, seen)
  else await drawProgress(services, visit, seen)
}

async function drawDraft(services: Services, visit: StaffVisit, seen: CampaignSeen, refused?: string): Promise<void> {
  const { collection, campaign } = seen
  const returns = await chaseableReturns(services.db, seen, campaign.narrowing)
  const chosen = whoGets(returns, campaign, { now: collection.now, occasion: campaign.id })
  const asked = askedDraft(visit.req.query)
  const { publicUrl } = services
  const page = draftPage({ ...seen, chosen, asked, publicUrl, mayWrite: mayWrite(visit), refused })
  draw(visit, 'letters/draft', page, refused === undefined ? 200 : 409)
}

async function drawProgress(
  { db }: Services,
  visit: StaffVisit,
  { collection, campaign }: CampaignSeen,
  refused?: string,
): Promise<void> {
  const [counts, failed] = await Promise.all([
    campaignCounts(db, campaign.id),
    latestLetters(db, { state: 'failed', campaign: campaign.id }, { offset: 0, limit: FAILED }),
  ])
  const page = progressPage({ collection, campaign, counts, failed, mayWrite: mayWrite(visit), refused })
  draw(visit, 'letters/progress', page, refused === undefined ? 200 : 409)
}

/** For the script of the page, which asks every few seconds: that somebody is still there it does not prove. */
async function tellProgress(services: Services, visit: StaffVisit): Promise<void> {
  const { campaign } = await campaignAt(services, visit)
  const words = countsInWords(campaign, await campaignCounts(services.db, campaign.id))
  notSeen(visit.req.session)
  visit.res.json(words)
}

const CHANGED =
  'Nothing was sent: since this page was drawn, the list has changed. Somebody has sent in a return or has been written to meanwhile. Below is the list as it is now.'

async function send(services: Services, visit: StaffVisit): Promise<void> {
  const seen = await campaignAt(services, visit)
  const { collection, campaign } = seen
  const { person, arrival } = visit
  const mark = typedIn(visit.req).mark ?? ''
  const outcome = await sendCampaign(services, { collection, id: campaign.id, mark, personId: person.id, arrival })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'list_changed':
      await drawDraft(services, visit, await campaignAt(services, visit), CHANGED)
      return
    case 'sent':
      flash(visit, `${counted(outcome.letters, 'letter')} on the way.`)
      break
    case 'sent_before':
      flash(visit, 'These letters had been sent already. Nothing was sent twice.')
  }
  visit.res.redirect(303, placeOf(collection).campaign(campaign.id))
}

const done = {
  pause: (letters: number) => `Paused: ${counted(letters, 'letter')} held back.`,
  resume: (letters: number) => `Resumed: ${counted(letters, 'letter')} on the way again.`,
  cancel: (letters: number) => `Cancelled: ${counted(letters, 'letter')} will not be sent.`,
} as const satisfies Record<CampaignMove, unknown>

async function move(services: Services, visit: StaffVisit, kind: CampaignMove): Promise<void> {
  const { collection, campaign } = await campaignAt(services, visit)
  const deed = { collectionId: collection.id, id: campaign.id, move: kind, personId: visit.person.id }
  const outcome = await moveCampaign(services, { ...deed, arrival: visit.arrival })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'wrong_state':
      await refuse(services, visit)
      return
    case 'moved':
      flash(visit, done[kind](outcome.letters))
      visit.res.redirect(303, placeOf(collection).campaign(campaign.id))
  }
}

/** Somebody has done it before, or something else. */
async function refuse(services: Services, visit: StaffVisit): Promise<void> {
  const seen = await campaignAt(services, visit)
  const why = 'That cannot be done any more. Below is how it stands now.'
  if (seen.campaign.state === 'draft') await drawDraft(services, visit, seen, why)
  else await drawProgress(services, visit, seen, why)
}
