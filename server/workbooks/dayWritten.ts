import { format } from '../domain/kinds'

/** 3 April 2019, of 2019-04-03 with or without a time. */
export const dayWritten = (written: string): string => format({ kind: 'date' }, written.slice(0, 10))
