import { upToBoth, upToPeople } from '../upTo'

const EMPLOYED = 'the paid peer support workers you employ'

/** "0 to total" of the people employed. */
export const upToEmployed = upToBoth('psw_emp', EMPLOYED)
export const upToPeopleEmployed = upToPeople('psw_emp.hc', EMPLOYED)
