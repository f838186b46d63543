/**
 * Every threshold by which figures are withheld or rounded before anyone but their owner sees them (decision 15). A
 * release keeps a copy of them: what it was told.
 */
export const parameters = {
  /** A figure of a group needs so many organisations, the one that reads it among them. */
  organisations: 5,
  /** Quartiles need so many. */
  organisationsForQuartiles: 8,
  /** The least and the greatest need so many. */
  organisationsForRange: 20,
  /** Groups that share an organisation, or a group and what it was in an earlier release, differ by none or by so many. */
  organisationsApart: 5,
  /** p of the p% rule, per cent: nobody may reckon the largest contribution to closer than this. */
  dominance: 10,
  /** A count of people below this is hidden, unless it is 0. */
  leastPeople: 8,
  /** Counts of people below the national level are rounded to the nearest of these. */
  peopleTo: 5,
  /** A percentage below the national level needs so many people behind it, rounded. */
  peopleForPercentage: 20,
  /** So many values at least a hidden count must still be able to have, for somebody who has read everything else. */
  values: 5,
  /** Significant figures of a mean, a median or a quartile. */
  significantFigures: 2,
} as const
