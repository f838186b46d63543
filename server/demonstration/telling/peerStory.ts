import { chanceOf, type Chance } from '../chance'
import type { Employer } from '../employer'
import { storyOf, type Story } from './story'
import { untilCutoff, untilShown } from './workingTime'

const endings = {
  unopened: { opened: false, filled: 0, steps: [] },
  opened: { opened: true, filled: 0, steps: [] },
  drafting: { opened: true, filled: 0.5, steps: [] },
  waiting: { opened: true, filled: 1, steps: ['request'] },
  sent: { opened: true, filled: 1, steps: ['request', 'submit'] },
} as const satisfies Record<string, Pick<Story, 'opened' | 'filled' | 'steps'>>

type Ending = keyof typeof endings

/** Thornmere has begun; at Wrenbrook, and at the provider with one person, both surveys wait to be signed together. */
const told: Readonly<Record<string, Ending>> = { T80: 'drafting', T81: 'waiting', V9002: 'waiting' }

function endingOf({ code }: Employer, social: Story, complete: boolean, chance: Chance): Ending {
  if (complete) return 'sent'
  if (!social.opened) return 'unopened'
  return told[code] ?? chance.weighted({ sent: 30, waiting: 8, drafting: 30, opened: 32 })
}

/** When the social work return had been filled in as far as it has been: the peer support return comes after. */
const filledBy = ({ begins, ends, steps }: Story): number =>
  steps.length === 0 ? ends : begins + (ends - begins) * 0.76

/** What has become of the peer support return of this employer. */
export function peerStoryOf(employer: Employer, complete: boolean): Story {
  const social = storyOf(employer, complete)
  const chance = chanceOf('peer story', employer.code)
  const ending = endings[endingOf(employer, social, complete, chance)]
  const begins = filledBy(social)
  const last = complete ? untilCutoff : untilShown
  return {
    ...ending,
    filled: ending.filled === 0.5 ? 0.35 + chance.fraction() * 0.5 : ending.filled,
    via: 'typed',
    begins,
    ends: begins + (last - begins) * (0.4 + chance.fraction() * 0.55),
    takesOver: social.filled > 0,
  }
}
