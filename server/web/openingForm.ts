import type { Request } from 'express'
import { body } from 'express-validator'
import { isDay } from '../domain/collections/day'
import { unknownSections } from '../domain/returns/standing'
import type { SurveyDefinition } from '../domain/survey/definition'
import type { Problem } from '../domain/survey/readSection'
import { manyOf, readForm, typedIn, type Typed } from './forms'

/** What an administrator asks for: until when, why, and which sections; none means all. */
export interface OpeningAsked {
  readonly untilDay: string
  readonly reason: string
  readonly sections: readonly string[]
}

export interface OpeningTyped {
  readonly typed: Typed
  readonly sections: readonly string[]
  readonly problems: readonly Problem[]
}

export type OpeningRead =
  ({ readonly ok: true } & OpeningAsked & { readonly typed: Typed }) | ({ readonly ok: false } & OpeningTyped)

const chains = () => ({
  until: body('until')
    .trim()
    .custom(isDay)
    .withMessage('Enter the last day as year, month and day, such as 2020-02-14.'),
  reason: body('reason')
    .trim()
    .isLength({ min: 3, max: 1000 })
    .withMessage('Say why, in 3 to 1,000 characters. The employer will read it.'),
})

/** Reads the form by which a return gets more time, or is given back. */
export async function readOpening(req: Request, definition: SurveyDefinition): Promise<OpeningRead> {
  const sections = [...new Set(manyOf(req, 'sections'))]
  const typed = typedIn(req)
  const read = await readForm(req, chains())
  const unknown = unknownSections(definition, sections)
  const problems = [...(read.ok ? [] : read.problems), ...unknown.map(noSuchSection)]
  if (!read.ok || problems.length > 0) return { ok: false, typed, sections, problems }
  return { ok: true, untilDay: read.values.until, reason: read.values.reason, sections, typed }
}

const noSuchSection = (code: string): Problem => ({
  address: 'sections',
  says: `There is no section “${code.slice(0, 20)}” that employers fill in. Choose from those listed.`,
})
