import type { Request } from 'express'
import { body } from 'express-validator'
import { isContactKind, isLateReason, type ContactKind, type LateReason } from '../../domain/chasing/contacts'
import { isDay } from '../../domain/collections/day'
import type { Problem } from '../../domain/survey/readSection'
import { readForm, type Typed } from '../forms'

/** A call, an email or a note as it was typed. */
export interface CallTyped {
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

export interface CallRead {
  readonly kind: ContactKind
  readonly said: string
  readonly spokeTo: string | null
  readonly reason: LateReason | null
  readonly promisedOn: string | null
  readonly noPromise: boolean
  readonly corrects: number | null
}

const optional = (name: string) => body(name).trim().optional({ values: 'falsy' })

const chains = () => ({
  kind: body('kind').custom(isContactKind).withMessage('Choose whether it was a call, an email or a note.'),
  said: body('said')
    .trim()
    .isLength({ min: 3, max: 2000 })
    .withMessage('Write what was said, in 3 to 2,000 characters. The employer does not see it.'),
  spoke_to: optional('spoke_to').isLength({ max: 100 }).withMessage('Enter a name of at most 100 characters.'),
  reason: optional('reason').custom(isLateReason).withMessage('Choose one of the reasons, or none.'),
  promised: optional('promised')
    .custom(isDay)
    .withMessage('Enter the promised day as year, month and day, such as 2020-02-03.'),
  no_promise: optional('no_promise')
    .custom((given, { req }) => given === '' || !(req.body as Typed).promised)
    .withMessage('Either enter the new day, or tick that nothing is promised any more.'),
  corrects: optional('corrects').isInt({ min: 1, max: 2 ** 31 }),
  back: optional('back'),
})

const orNull = (text: string): string | null => (text === '' ? null : text)

/** Reads the form by which a call, an email or a note is written down. */
export async function readCall(
  req: Request,
): Promise<({ ok: true; call: CallRead; typed: Typed } & { back: string }) | ({ ok: false } & CallTyped)> {
  const read = await readForm(req, chains())
  if (!read.ok) return read
  const { kind, said, spoke_to: spokeTo, reason, promised, no_promise: noPromise, corrects, back } = read.values
  const call = {
    kind: isContactKind(kind) ? kind : 'note',
    said,
    spokeTo: orNull(spokeTo),
    reason: isLateReason(reason) ? reason : null,
    promisedOn: orNull(promised),
    noPromise: noPromise !== '',
    corrects: corrects === '' ? null : Number(corrects),
  } as const
  return { ok: true, call, back, typed: read.values }
}
