import { chanceOf, type Chance } from '../chance'
import type { Employer } from '../employer'
import { employers } from '../employers'
import { joint, nilReasons } from '../oddEmployers'
import { untilCutoff, untilShown, WORKING_DAY } from './workingTime'

/** What is done to a return besides filling it in, in order. */
export type Step = 'request' | 'refuse' | 'submit' | 'withdraw' | 'correct' | 'ask' | 'reopen' | 'extend'

/** How far a return has come. */
export interface Story {
  readonly opened: boolean
  /** How much of it has been filled in, from 0 to 1. */
  readonly filled: number
  readonly steps: readonly Step[]
  /** For returns the network has set aside, or that another covers. */
  readonly setAside?: 'covered' | 'declined' | 'no_longer_required'
  readonly via: 'typed' | 'workbook' | 'telephone'
  /** Whether section A was there when it was begun, from the return to the other survey. */
  readonly takesOver: boolean
  /** Working minutes: when it was begun, and by when everything told of it had happened. */
  readonly begins: number
  readonly ends: number
}

/** What has become of returns, by what it is called. */
export const endings = {
  unopened: { opened: false, filled: 0, steps: [] },
  opened: { opened: true, filled: 0, steps: [] },
  drafting: { opened: true, filled: 0.5, steps: [] },
  asking: { opened: true, filled: 0.4, steps: ['ask'] },
  extended: { opened: true, filled: 0.3, steps: ['ask', 'extend'] },
  waiting: { opened: true, filled: 1, steps: ['request'] },
  sentBack: { opened: true, filled: 1, steps: ['request', 'refuse'] },
  sent: { opened: true, filled: 1, steps: ['request', 'submit'] },
  withdrawn: { opened: true, filled: 1, steps: ['request', 'submit', 'withdraw'] },
  sentTwice: {
    opened: true,
    filled: 1,
    steps: ['request', 'submit', 'withdraw', 'correct', 'request', 'submit'],
  },
  reopened: { opened: true, filled: 1, steps: ['request', 'submit', 'ask', 'reopen', 'correct'] },
  covered: { opened: false, filled: 0, steps: [], setAside: 'covered' },
  declined: { opened: true, filled: 0, steps: [], setAside: 'declined' },
  notRequired: { opened: false, filled: 0, steps: [], setAside: 'no_longer_required' },
} as const satisfies Record<string, Pick<Story, 'opened' | 'filled' | 'steps' | 'setAside'>>

export type Ending = keyof typeof endings

/** How many of each type have come how far on the morning of 27 January; the rest have not been opened. */
const spread: Readonly<Record<Employer['type'], Readonly<Partial<Record<Ending, number>>>>> = {
  nhs_trust: { sent: 21, sentTwice: 2, reopened: 1, withdrawn: 1, waiting: 4, sentBack: 2, drafting: 14, opened: 1 },
  local_authority: {
    ...{ sent: 33, reopened: 2, sentTwice: 1, withdrawn: 1, waiting: 7, sentBack: 2, drafting: 43, asking: 3 },
    ...{ extended: 2, declined: 2, notRequired: 1, opened: 20 },
  },
  independent: { sent: 2, waiting: 1, drafting: 2, opened: 1 },
  voluntary: { sent: 1, drafting: 1 },
}

/** The employers the contract names, and those whose return is out of the ordinary. */
const told: Readonly<Record<string, Ending>> = {
  ...{ T80: 'drafting', T81: 'waiting', E06900001: 'unopened', E06900002: 'unopened', V9002: 'waiting' },
  [joint.by]: 'sent',
  [joint.covers]: 'covered',
  ...Object.fromEntries(Object.keys(nilReasons).map((code) => [code, 'sent'])),
}

function endingsOn27January(): ReadonlyMap<string, Ending> {
  const chance = chanceOf('stories')
  const drawn = Object.entries(spread).flatMap(([type, counts]) => {
    const kinds = Object.entries(counts)
      .flatMap(([ending, many]) => Array<string>(many).fill(ending))
      .filter(isEnding)
    const left = employers.filter((employer) => employer.type === type && !(employer.code in told))
    return chance.shuffled(left).map(({ code }, at): [string, Ending] => [code, kinds[at] ?? 'unopened'])
  })
  return new Map([...drawn, ...Object.entries(told)])
}

const isEnding = (name: string): name is Ending => Object.hasOwn(endings, name)

const endingOn27January = endingsOn27January()

/** How each return stands when every employer has submitted: two or three took theirs back and sent it again. */
function endingComplete({ code }: Employer): Ending {
  if (code === joint.covers) return 'covered'
  return endingOn27January.get(code) === 'sentTwice' ? 'sentTwice' : 'sent'
}

/** How much has been filled in. */
export function filledIn(ending: Ending, chance: Chance): number {
  const { filled } = endings[ending]
  return filled > 0 && filled < 1 ? 0.06 + chance.fraction() * 0.92 : filled
}

/** In which way a return was filled in. */
export const viaOf = ({ code }: Employer, chance: Chance): Story['via'] =>
  code.startsWith('T8') ? 'typed' : chance.weighted({ typed: 82, workbook: 14, telephone: 4 })

/** By when it was done: evenly before the day that is shown; most of them late before the cutoff. */
export const endsAt = (complete: boolean, chance: Chance): number =>
  complete
    ? WORKING_DAY + (untilCutoff - WORKING_DAY) * chance.fraction() ** 0.6
    : 1.5 * WORKING_DAY + (untilShown - 1.5 * WORKING_DAY) * chance.fraction()

/** What has become of this employer's return. */
export function storyOf(employer: Employer, complete: boolean): Story {
  const ending = complete ? endingComplete(employer) : (endingOn27January.get(employer.code) ?? 'unopened')
  const chance = chanceOf('story', employer.code)
  const ends = endsAt(complete, chance)
  const took = WORKING_DAY * (0.8 + chance.fraction() * 5)
  return {
    ...endings[ending],
    filled: filledIn(ending, chance),
    via: viaOf(employer, chance),
    begins: Math.max(5 + chance.whole(0, 300), ends - took),
    ends,
    takesOver: false,
  }
}
