import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Request } from 'express'
import { claimForm } from '../actions/claimForm'
import { keepFormAnswer } from '../actions/keepFormAnswer'
import { releaseForm } from '../actions/releaseForm'
import { findSentForm, type FormAnswer, type SentForm } from '../db/sentForms'
import type { Services } from '../services'
import { NotKnown } from './errors'
import { flash, toldNext } from './flash'
import { MARK, markSent } from './formMark'
import { bodyOf } from './forms'
import { holdRedirect } from './holdRedirect'
import type { PersonVisit, Route } from './route'
import { open, type Seal, sealFrom, shutUp } from './sealed'

/**
 * Forms that have one effect however often they are sent, without any help: a save says what differs from what is kept, and
 * a file takes the place of the one before (decisions/0013). Nothing is written down for them.
 */
const repeatable: ReadonlySet<string> = new Set([
  '/returns/:id/sections/:section',
  '/network/returns/:id/sections/:section',
  '/returns/:id/workbook.xlsx',
])

/** How long to wait between two looks at what came of the first one, in milliseconds, and how many. */
const betweenLooks = 150
const mostLooks = 40
/** After so many seconds the first one is no longer on its way: whoever ran it is gone. */
const longestRun = 30

interface Sent {
  readonly form: SentForm
  /** Shuts up what the next page said, so that only who has the form can read it. */
  readonly seal: Seal
}

/** Does what a form asks for once: whoever sends it again, at the same time or later, is led to where it led. */
export async function once(
  services: Pick<Services, 'db' | 'log'>,
  route: Pick<Route, 'method' | 'path'>,
  visit: PersonVisit,
  run: () => Promise<void>,
): Promise<void> {
  const sent = route.method === 'post' && !repeatable.has(route.path) ? sentBy(visit) : undefined
  if (!sent) await run()
  else await firstOrAgain(services, sent, visit, run)
}

function sentBy({ req, person }: PersonVisit): Sent | undefined {
  const sent = markSent(req)
  if (sent?.personId !== person.id) return undefined
  const form = { personId: person.id, digest: digestOf(req, sent.mark) }
  return { form, seal: sealFrom(sent.mark, 'what the next page says') }
}

/** The same form with something else in it is another one. */
function digestOf(req: Request, mark: string): Buffer {
  const typed = Object.entries(bodyOf(req)).filter(([name]) => name !== '_csrf' && name !== MARK)
  return createHmac('sha256', mark)
    .update(JSON.stringify([req.originalUrl, typed]))
    .digest()
}

async function firstOrAgain(
  services: Pick<Services, 'db' | 'log'>,
  sent: Sent,
  visit: PersonVisit,
  run: () => Promise<void>,
): Promise<void> {
  for (let look = 0; look < mostLooks; look++) {
    if (await claimForm(services, sent.form)) return runFirst(services, sent, visit, run)
    const before = await findSentForm(services.db, sent.form)
    if (before?.answer) {
      sayAgain(sent, visit, before.answer)
      return
    }
    if (before && before.secondsAgo > longestRun) break
    await pause(betweenLooks)
  }
  throw new NotKnown('What came of the form that was sent before is not known')
}

/** What failed, or was answered with a page that says what is wrong, may be sent again as it is. */
async function runFirst(
  services: Pick<Services, 'db' | 'log'>,
  { form, seal }: Sent,
  visit: PersonVisit,
  run: () => Promise<void>,
): Promise<void> {
  const held = holdRedirect(visit.res)
  await run().catch(async (fault: unknown) => {
    await releaseForm(services, form).catch(tell(services, 'a form that failed could not be released'))
    throw fault
  })
  const led = held.to()
  if (!led) {
    await releaseForm(services, form)
    return
  }
  const says = toldNext(visit.res)
  const answer = { ...led, says: says === undefined ? null : shutUp(seal, says) }
  // It has been done: that is what they are told, also where it cannot be written down.
  await keepFormAnswer(services, form, answer).catch(tell(services, 'what came of a form could not be kept'))
  held.letGo()
}

const tell =
  ({ log }: Pick<Services, 'log'>, what: string) =>
  (fault: unknown): void => {
    log.warn({ err: fault }, what)
  }

function sayAgain({ seal }: Sent, visit: PersonVisit, { status, location, says }: FormAnswer): void {
  const text = says && open(seal, says)
  if (text) flash(visit, text)
  visit.res.redirect(status, location)
}
