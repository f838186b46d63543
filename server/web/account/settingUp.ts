import { body } from 'express-validator'
import { realSeconds } from '../../db/realTime'
import type { Person } from '../../db/people'
import { readCode } from '../../domain/people/oneTimeCodes'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { readForm } from '../forms'
import type { Visit } from '../route'

/** What was sent to set up an app: its secret, the step of the code it made, or why there is none. */
export interface AppSent {
  readonly secret: string
  readonly step: number | undefined
  readonly problems: readonly Problem[]
}

const WRONG =
  'This is not the code your app shows for this picture. Codes change every 30 seconds: enter the one it shows now.'

/** Reads what the form of `setUpPage` sends. A secret that is not ours, or somebody else's, counts as none: a new one is made. */
export async function readApp({ db, codes }: Services, { req }: Visit, person: Person): Promise<AppSent> {
  const read = await readForm(req, { app_secret: body('app_secret'), one_time_code: body('one_time_code') })
  const { app_secret: app, one_time_code: code } = read.ok ? read.values : { app_secret: '', one_time_code: '' }
  const secret = codes.show(Buffer.from(app, 'base64url'), person.id)
  const typed = readCode(code)
  const refuse = (says: string) => ({
    secret: secret ?? codes.newSecret(),
    step: undefined,
    problems: [{ address: 'one_time_code', says }],
  })
  if (typed?.kind !== 'of_app') return refuse('Enter the 6 digits that your app shows, such as 123 456')
  const step = secret && codes.stepOf({ digits: typed.digits, secret, seconds: await realSeconds(db) })
  return secret && step ? { secret, step, problems: [] } : refuse(WRONG)
}
