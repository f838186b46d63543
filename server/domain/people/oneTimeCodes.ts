/** How long somebody who has given the right password may take to find their code, in seconds. */
export const TIME_FOR_A_CODE = 600

/** How many recovery codes somebody gets, each for one time without their app. */
export const RECOVERY_CODES = 10

/** A code as it was typed: six digits of an app, or twelve characters that were once printed or written down. */
export type TypedCode =
  { readonly kind: 'of_app'; readonly digits: string } | { readonly kind: 'recovery'; readonly code: string }

/** Which code was typed, however it was spaced; undefined for anything else. */
export function readCode(typed: string): TypedCode | undefined {
  const plain = plainCode(typed)
  if (/^\d{6}$/.test(plain)) return { kind: 'of_app', digits: plain }
  return /^[a-z2-7]{12}$/.test(plain) ? { kind: 'recovery', code: plain } : undefined
}

const plainCode = (typed: string): string => typed.replaceAll(/[\s–-]/g, '').toLowerCase()

/** A recovery code as it is shown, in fours: `abcd-efgh-2345`. */
export const codeInFours = (code: string): string => (code.match(/.{4}/g) ?? [code]).join('-')
