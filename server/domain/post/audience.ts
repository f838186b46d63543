import type { EmployerRole } from '../people/roles'

/** Those who sign; where an employer has none, its preparers: a small provider's only person signs alone. */
export function signersAmong<P extends { readonly role: EmployerRole }>(people: readonly P[]): P[] {
  const signatories = people.filter(({ role }) => role === 'signatory')
  return signatories.length > 0 ? signatories : preparersAmong(people)
}

export const preparersAmong = <P extends { readonly role: EmployerRole }>(people: readonly P[]): P[] =>
  people.filter(({ role }) => role === 'preparer')
