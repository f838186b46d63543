import { severalIn } from '../survey/cells'
import { questionMeaning } from '../survey/definition'
import { livingCell } from '../survey/reckoning'
import type { Sheet } from '../survey/sheet'
import type { ReturnStatus } from './lifecycle'

/** A return that a joint return answers for, or did, or says it does. */
export interface Concerned {
  readonly id: string
  /** Its organisation's code. */
  readonly code: string
  readonly status: ReturnStatus
  /** The joint return that answers for it now. */
  readonly coveredBy: string | null
}

/** Whom a joint return answers for, by their codes; nobody where it is none. */
export const answeredFor = (sheet: Sheet): readonly string[] =>
  severalIn(livingCell(questionMeaning(sheet.definition, 'answers_for')?.code ?? '', sheet))

/** Nobody's own work is covered over (rule A02), and of two joint returns the first answers. */
const mayBeCovered = ({ status }: Concerned): boolean =>
  status === 'not_started' || status === 'declined' || status === 'no_longer_required'

/** Which returns a joint return covers from now on, and which it lets go. */
export const coveringBy = (
  joint: string,
  codes: readonly string[],
  concerned: readonly Concerned[],
): { readonly covered: readonly Concerned[]; readonly released: readonly Concerned[] } => ({
  covered: concerned.filter((each) => codes.includes(each.code) && mayBeCovered(each)),
  released: concerned.filter(({ code, coveredBy }) => coveredBy === joint && !codes.includes(code)),
})
