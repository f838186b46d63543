import { codeInFours } from '../../domain/people/oneTimeCodes'
import type { Services } from '../../services'
import { type PersonVisit, type Visit } from '../route'
import { keep } from '../session'
import { draw } from './pages'

declare module 'express-session' {
  interface SessionData {
    /** Recovery codes that have still to be shown, shut up; and where their owner goes from there. */
    recovery?: { readonly codes: string; readonly next: string }
  }
}

/** Shows recovery codes on the next page, and never again. Where that page is. */
export async function showNext(
  { codes }: Pick<Services, 'codes'>,
  { req }: Visit,
  shown: { readonly personId: string; readonly recovery: readonly string[]; readonly next: string },
): Promise<string> {
  const hidden = codes.hide(shown.recovery.join(' '), shown.personId)
  req.session.recovery = { codes: hidden.toString('base64'), next: shown.next }
  await keep(req)
  return '/account/two-factor/recovery-codes'
}

/** The page they are shown on, once. */
export function showRecovery({ codes }: Pick<Services, 'codes'>, visit: PersonVisit): void {
  const { recovery } = visit.req.session
  const shown = recovery && codes.show(Buffer.from(recovery.codes, 'base64'), visit.person.id)
  delete visit.req.session.recovery
  if (!recovery || shown === undefined) {
    visit.res.redirect(302, '/account/two-factor')
    return
  }
  const page = { title: 'Keep your recovery codes', codes: shown.split(' ').map(codeInFours), next: recovery.next }
  draw(visit, 'account/recoveryCodes', page)
}
