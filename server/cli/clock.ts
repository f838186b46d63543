import { moveClock } from '../actions/moveClock'
import { findClock } from '../db/demonstration'
import { momentInWords } from '../domain/collections/calendar'
import { type Errand, NotDone, type Verb } from './verb'

const noDemonstration = 'This is not a demonstration: here it is what time it is, and nobody can change it.'

const wholeMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

export const clock: Verb = {
  usage: 'clock show | clock set 2020-02-10T23:59:30Z',
  does: 'tells or moves the time of a demonstration',
  run: async (errand) => {
    const [deed, moment = ''] = errand.words
    if (deed === 'show') await show(errand)
    else if (deed === 'set') await set(errand, moment)
    else throw new NotDone('Write: clock show, or clock set 2020-02-10T23:59:30Z')
  },
}

async function show({ services, say }: Errand): Promise<void> {
  const found = await findClock(services.db)
  if (!found) throw new NotDone(noDemonstration)
  const stands = found.stands ? ', and stands still, because nothing is running' : ''
  say(`${found.now.toISOString()} (${momentInWords(found.now)}, London${stands})`)
}

async function set(errand: Errand, moment: string): Promise<void> {
  const to = new Date(moment)
  if (!wholeMoment.test(moment) || Number.isNaN(to.getTime())) {
    throw new NotDone(
      `"${moment}" is no moment: write it as 2020-02-10T23:59:30Z, with the Z for UTC or +01:00 for London in summer.`,
    )
  }
  if (!(await moveClock(errand.services, { to, by: null }))) throw new NotDone(noDemonstration)
  await show(errand)
}
