import type { Contributor } from '../disclosure/contributor'
import { isAsked, responded, responseGroups, type Framed } from './methods'

/** Everybody asked, each counting for whether it has responded: counts of organisations, which are never withheld. */
export const responders = (frame: readonly Framed[]): Contributor[] =>
  frame.filter(isAsked).map((framed) => {
    const numerator = responded(framed) ? 1 : 0
    return {
      submission: framed.submission?.id ?? framed.returnId,
      organisation: framed.returnId,
      numerator,
      denominator: 1,
      rate: numerator * 100,
      people: numerator,
      peopleBelow: 1,
      named: false,
      groups: responseGroups(framed),
    }
  })
