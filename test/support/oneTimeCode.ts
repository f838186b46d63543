import { generateSync } from 'otplib'

/** The code an app with this key shows so many half minutes from now. */
export const codeOf = (key: string, halfMinutes = 0): string =>
  generateSync({ secret: key.replaceAll(' ', ''), epoch: Math.floor(Date.now() / 1000) + 30 * halfMinutes })

/** Resolves early in one of the half minutes that codes are of, so that a few requests fall into the same. */
export async function earlyInHalfMinute(): Promise<void> {
  const since = Date.now() % 30_000
  if (since > 15_000) await new Promise((resolve) => setTimeout(resolve, 30_000 - since))
}
