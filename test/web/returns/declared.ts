import type { TestApp } from '../../support/app'
import { complete } from './complete'
import type { startDraft } from './draft'

/** A declaration as it is typed, without codes of its own. */
const said = {
  name: 'Ines Corrie',
  role: 'chief_executive',
  job_title: 'Chief executive',
  email: 'ines@thornmere-trust.example',
  accurate: ['', 'yes'],
  warnings: ['', 'yes'],
  partners: 'not_applicable',
  identify: 'named',
  no_personal: ['', 'yes'],
} as const

/** The declaration of a survey whose codes begin so. */
export const declaration = (prefix = ''): Record<string, string | readonly string[]> =>
  Object.fromEntries(Object.entries(said).map(([name, value]) => [`${prefix}decl_${name}`, value]))

/** Lets the organisation's people sign with the address of the declaration. */
export async function knowAddress(test: TestApp, organisationId: string): Promise<void> {
  await test.sql.query("update organisations set email_domains = '{thornmere-trust.example}' where id = $1", [
    organisationId,
  ])
}

type Draft = Awaited<ReturnType<typeof startDraft>>

/** Answers what is left, sends the return for signature and signs it. */
export async function submitAll(test: TestApp, draft: Draft): Promise<void> {
  await knowAddress(test, draft.organisationId)
  await complete(test, draft)
  await sign(draft)
}

/** Sends a finished return for signature, and signs it. */
export async function sign(draft: Draft): Promise<void> {
  const asked = await draft.as.post(draft.at('/signature-request'))
  const signatory = await draft.signInAs('signatory')
  const signed = await signatory.post(draft.at('/submission'), declaration())
  if (asked.status !== 303 || signed.status !== 303)
    throw new Error(`It could not be signed: ${asked.status} ${signed.status} ${signed.text.slice(0, 2000)}`)
}
