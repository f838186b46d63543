import { parameters } from './parameters'

/** A number of people that is hidden: some, but few. */
export const isSmall = (people: number): boolean => people > 0 && people < parameters.leastPeople
