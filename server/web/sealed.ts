import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** What shuts something up: one key hides it, the other shows whether it was ever changed. */
export interface Seal {
  readonly hiding: Buffer
  readonly proving: Buffer
}

const cipher = 'aes-256-ctr'
const ivBytes = 16
const proofBytes = 16

const derived = (secret: string, use: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32))

/** A seal for one use, worked out from a secret. */
export const sealFrom = (secret: string, use: string): Seal => ({
  hiding: derived(secret, `${use}, hidden`),
  proving: derived(secret, `${use}, proved`),
})

const proofOf = ({ proving }: Seal, shut: Buffer): Buffer =>
  createHmac('sha256', proving).update(shut).digest().subarray(0, proofBytes)

/** Shuts a text up: nobody without the seal can read it, or make another. No two are alike. */
export function shutUp(seal: Seal, text: string): Buffer {
  const iv = randomBytes(ivBytes)
  const hiding = createCipheriv(cipher, seal.hiding, iv)
  const shut = Buffer.concat([iv, hiding.update(text, 'utf8'), hiding.final()])
  return Buffer.concat([proofOf(seal, shut), shut])
}

/** What was shut up with this seal; undefined for anything else. */
export function open(seal: Seal, sealed: Buffer): string | undefined {
  if (sealed.length < proofBytes + ivBytes) return undefined
  const shut = sealed.subarray(proofBytes)
  if (!timingSafeEqual(proofOf(seal, shut), sealed.subarray(0, proofBytes))) return undefined
  const showing = createDecipheriv(cipher, seal.hiding, shut.subarray(0, ivBytes))
  return Buffer.concat([showing.update(shut.subarray(ivBytes)), showing.final()]).toString('utf8')
}
