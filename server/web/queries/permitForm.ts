import { body } from 'express-validator'
import type { Request } from 'express'
import type { GrantedPermit } from '../../db/correctionPermits'
import { isDay } from '../../domain/collections/day'
import type { Problem } from '../../domain/survey/readSection'
import { problemAt, readForm, typedIn, type Typed } from '../forms'

/** In which an administrator allows queried figures to be corrected. */
export interface PermitForm {
  readonly action: string
  readonly days: Box
  readonly lastDay: Box
  readonly isOpen: boolean
  readonly mayEnd: boolean
  readonly problems: readonly Problem[]
}

interface Box {
  readonly value: string
  readonly problem: { readonly text: string } | undefined
}

const MOST_DAYS = 60
const USUAL_DAYS = '5'

export interface PermitSent {
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

/** The form that allows corrections, as it stands or as it was sent. */
export const permitForm = (action: string, permit: GrantedPermit | undefined, sent?: PermitSent): PermitForm => ({
  action,
  days: boxOf('days', permit ? String(permit.days) : USUAL_DAYS, sent),
  lastDay: boxOf('last_day', permit?.lastDay ?? '', sent),
  isOpen: sent !== undefined,
  mayEnd: permit !== undefined,
  problems: sent?.problems ?? [],
})

const boxOf = (name: string, kept: string, sent: PermitSent | undefined): Box => ({
  value: sent?.typed[name] ?? kept,
  problem: problemAt(sent?.problems ?? [], name),
})

export type PermitRead =
  | { readonly ok: true; readonly allowed: { readonly days: number; readonly lastDay: string } | null }
  | ({ readonly ok: false } & PermitSent)

/** Reads what an administrator allows; the button “end” allows nothing any more. */
export async function readPermit(req: Request): Promise<PermitRead> {
  if (typedIn(req).end === 'yes') return { ok: true, allowed: null }
  const read = await readForm(req, {
    days: body('days')
      .trim()
      .isInt({ min: 1, max: MOST_DAYS })
      .withMessage(`Enter a whole number of days, 1 to ${MOST_DAYS}`),
    last_day: body('last_day')
      .trim()
      .custom((sent: unknown) => typeof sent === 'string' && isDay(sent))
      .withMessage('Enter the last day, like 2020-03-31'),
  })
  if (!read.ok) return read
  return { ok: true, allowed: { days: Number(read.values.days), lastDay: read.values.last_day } }
}
