import { socialWork } from '../collection'
import { employerCoded } from '../employers'
import { returnIdOf } from '../identity'
import { joint } from '../oddEmployers'
import { network } from '../staff'
import { stands, statusIn, type Diary } from './diary'

const reasons = {
  declined: [
    'The director wrote that the team has no capacity this year. They would like to take part in the next one.',
    'Told by telephone: their figures are being audited and may not leave the organisation.',
  ],
  no_longer_required: ['Its services moved to a neighbouring council on 1 October 2019.'],
} as const

/** A return is covered by a joint one, or the network sets it aside. */
export function setAside(diary: Diary, as: 'covered' | 'declined' | 'no_longer_required', at: Date): void {
  diary.setAsideFrom = statusIn(diary)
  stands(diary, as, at)
  if (as === 'covered') {
    diary.coveredBy = returnIdOf(socialWork, joint.by)
    const detail = { organisation: employerCoded(joint.by).name }
    diary.events.push({ kind: 'covered', detail, personId: null, decidedAt: at })
  } else {
    const detail = { status: as, reason: diary.chance.oneOf(reasons[as]) }
    diary.events.push({ kind: 'set_aside', detail, personId: network.id, decidedAt: at })
  }
}
