import { upTo, upToBoth, upToPeople } from '../upTo'

const EMPLOYED = 'the social workers you employ'

/** "0 to total" of the people employed: the base of sections D, H, I and J (spec §2.0). */
export const upToEmployed = upToBoth('sw_employed', EMPLOYED)
export const upToPeopleEmployed = upToPeople('sw_employed.hc', EMPLOYED)
export const upToNumberEmployed = upTo('sw_employed.hc', EMPLOYED)
