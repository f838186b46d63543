import { setBouncing, setCameBack } from '../db/bouncing'
import { inTransaction } from '../db/transaction'
import { readDeliveryStatus } from '../mail/deliveryStatus'
import type { Services } from '../services'

export type TakenBack =
  | { readonly kind: 'no_notice' }
  /** It has not arrived yet, and the mail server goes on trying: nothing is noted. */
  | { readonly kind: 'delayed'; readonly addresses: readonly string[] }
  | { readonly kind: 'noted'; readonly people: readonly { readonly name: string; readonly address: string }[] }
  /** It is about nobody we know. */
  | { readonly kind: 'unknown'; readonly addresses: readonly string[] }

/**
 * Reads a mail server's notice that a letter has not arrived, and notes whose mail comes back: by the letter it is about,
 * for an address may have been rewritten on the way, and otherwise by the address it names.
 */
export async function takeBackLetter({ db }: Pick<Services, 'db'>, raw: Buffer): Promise<TakenBack> {
  const notice = await readDeliveryStatus(raw)
  if (!notice) return { kind: 'no_notice' }
  const failed = notice.addresses.filter((each) => each.failed)
  const [first] = failed
  if (!first) return { kind: 'delayed', addresses: notice.addresses.map(({ address }) => address) }
  const { messageId } = notice
  return inTransaction<TakenBack>(db, async (tx) => {
    const letter = messageId === undefined ? undefined : await setCameBack(tx, messageId, first.says)
    const back = letter ? [{ address: letter.toAddress, says: first.says }] : failed
    const people: { name: string; address: string }[] = []
    for (const { address, says } of back) {
      const found = await setBouncing(tx, { address, reason: `It came back: ${says}` })
      if (found) people.push({ name: found.name, address })
    }
    return people.length > 0
      ? { kind: 'noted', people }
      : { kind: 'unknown', addresses: back.map((each) => each.address) }
  })
}
