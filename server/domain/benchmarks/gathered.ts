import type { Contributor } from '../disclosure/contributor'
import type { TallyMember } from '../disclosure/tallyTable'
import type { SurveyDefinition } from '../survey/definition'
import type { Sheet } from '../survey/sheet'
import { contributionTo, rateOf, tallied } from './contribution'
import type { Indicator, Tally } from './indicator'
import type { Member } from './member'
import { groupsFor } from './peerGroups'

/** Figures of each contribution: numerator and denominator and, where they are not people, the people behind the two. */
const widthOf = (indicator: Indicator): 2 | 4 => {
  if (indicator.compares === 'amount') return 4
  return indicator.compares === 'ratio' && (indicator.people ?? indicator.peopleBelow) ? 4 : 2
}

/** What all submissions of a release put into all its indicators: numbers in long rows, for there may be millions. */
export interface Gathered {
  /** Reckons one submission, the so-manieth. */
  readonly add: (at: number, sheet: Sheet) => void
  readonly contributors: (indicator: Indicator, members: readonly Member[]) => Contributor[]
  readonly tallied: (tally: Tally, members: readonly Member[]) => TallyMember[]
}

/** Room for so many submissions. */
export function gathering({ indicators, tallies }: SurveyDefinition, submissions: number): Gathered {
  const empty = (width: number) => new Float64Array(submissions * width).fill(Number.NaN)
  const told = new Map(indicators.map((indicator) => [indicator.code, empty(widthOf(indicator))]))
  const people = new Map(tallies.map(({ code, rows }) => [code, empty(rows.length)]))
  const comparing = new Map<string, readonly string[][]>()
  /** The groups of each member in which an indicator is compared: the same for all that are compared in the same kinds. */
  const groupsIn = (indicator: Indicator, members: readonly Member[]): readonly string[][] => {
    const kinds = indicator.groups.join()
    const known = comparing.get(kinds) ?? members.map(({ groups }) => groupsFor(indicator, groups))
    comparing.set(kinds, known)
    return known
  }
  return {
    add(at, sheet) {
      for (const indicator of indicators) {
        const contributed = contributionTo(indicator, sheet)
        if (contributed.kind === 'missing') continue
        const { numerator, denominator, people, peopleBelow } = contributed.contribution
        const width = widthOf(indicator)
        told.get(indicator.code)?.set([numerator, denominator, people, peopleBelow].slice(0, width), at * width)
      }
      for (const { code, rows, organisations } of tallies) {
        const counts = organisations.includes(sheet.register.organisation.type) ? tallied(rows, sheet) : undefined
        if (counts) people.get(code)?.set(counts, at * rows.length)
      }
    },
    contributors: (indicator, members) =>
      contributorsIn({ told: told.get(indicator.code), indicator, members, groups: groupsIn(indicator, members) }),
    tallied: (tally, members) => talliedIn(people.get(tally.code), tally, members),
  }
}

interface Row {
  readonly told: Float64Array | undefined
  readonly indicator: Indicator
  readonly members: readonly Member[]
  readonly groups: readonly (readonly string[])[]
}

function contributorsIn({ told = new Float64Array(), indicator, members, groups }: Row): Contributor[] {
  const contributors: Contributor[] = []
  const width = widthOf(indicator)
  for (const [at, { submissionId, returnId, named }] of members.entries()) {
    const from = at * width
    const [numerator = NaN, denominator = NaN, people = numerator, peopleBelow = denominator] = told.subarray(
      from,
      from + width,
    )
    if (Number.isNaN(numerator)) continue
    contributors.push({
      submission: submissionId,
      organisation: returnId,
      numerator,
      denominator,
      rate: rateOf(indicator.scale, numerator, denominator),
      people,
      peopleBelow,
      named,
      groups: groups[at] ?? [],
    })
  }
  return contributors
}

function talliedIn(people: Float64Array | undefined, { rows }: Tally, members: readonly Member[]): TallyMember[] {
  const width = rows.length
  return members.flatMap(({ submissionId, groups }, at) => {
    const counts = people?.subarray(at * width, (at + 1) * width)
    if (!counts || Number.isNaN(counts[0])) return []
    return [
      {
        submission: submissionId,
        groups,
        people: Object.fromEntries(rows.map(({ code }, row) => [code, counts[row] ?? 0])),
      },
    ]
  })
}
