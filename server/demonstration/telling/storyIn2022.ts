import { chanceOf } from '../chance'
import type { Employer } from '../employer'
import { employersIn2022 } from '../employers'
import { endings, endsAt, filledIn, viaOf, type Ending, type Story } from './story'
import { WORKING_DAY } from './workingTime'

/** All trusts answered, 63 of 152 councils and few of the others; the rest have not been opened. */
const spread: Readonly<Record<Employer['type'], Readonly<Partial<Record<Ending, number>>>>> = {
  nhs_trust: { sent: 58 },
  local_authority: { sent: 63, drafting: 24, waiting: 3, opened: 21, declined: 3 },
  independent: { sent: 4, drafting: 1, opened: 1 },
  voluntary: { sent: 3, opened: 1 },
}

/** The council the contract names, and four providers who have somebody. */
const answered: readonly string[] = ['E06900001', 'I9001', 'I9002', 'I9003', 'I9004']

const isEnding = (name: string): name is Ending => Object.hasOwn(endings, name)

function endingsIn2022(): ReadonlyMap<string, Ending> {
  const chance = chanceOf('2022', 'stories')
  return new Map(
    Object.entries(spread).flatMap(([type, counts]) => {
      const kinds = Object.entries(counts)
        .flatMap(([ending, many]) => Array<string>(many).fill(ending))
        .filter(isEnding)
      const all = chance.shuffled(employersIn2022.filter((employer) => employer.type === type))
      const [first, others] = [true, false].map((is) => all.filter(({ code }) => answered.includes(code) === is))
      return [...(first ?? []), ...(others ?? [])].map(({ code }, at): [string, Ending] => [
        code,
        kinds[at] ?? 'unopened',
      ])
    }),
  )
}

const endingIn2022 = endingsIn2022()

/** What became of this employer's return to the survey of 2022, a week after it closed. */
export function storyIn2022(employer: Employer): Story {
  const ending = endingIn2022.get(employer.code) ?? 'unopened'
  const chance = chanceOf('2022', 'story', employer.code)
  const ends = endsAt(true, chance)
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
