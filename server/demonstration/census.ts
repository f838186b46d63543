import { chanceOf, type Chance } from './chance'

/** The year of the day a survey is about. What is drawn for one is drawn anew for the other. */
export type Census = '2019' | '2022'

/** A line of chance of one census: those of 2019 are called by their words alone. */
export const chanceIn = (census: Census, ...words: readonly string[]): Chance =>
  chanceOf(...(census === '2019' ? [] : [census]), ...words)
