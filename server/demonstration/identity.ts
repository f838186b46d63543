import { createHash } from 'node:crypto'

/** An id made of a name (in the manner of a version 5 UUID), so that each load makes the same rows. */
export function idOf(...name: readonly string[]): string {
  const hash = createHash('sha1')
    .update(`workforce-returns demonstration/${name.join('/')}`)
    .digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.subarray(0, 16).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The id of an employer's return in a collection. */
export const returnIdOf = (shown: { readonly collection: { readonly code: string } }, employer: string): string =>
  idOf('return', shown.collection.code, employer)
