import PostalMime from 'postal-mime'

/** What a mail server says of one address. */
interface StatusOfAddress {
  readonly address: string
  /** For good: the letter has not arrived, and another would not either. */
  readonly failed: boolean
  /** In the mail server's own words. */
  readonly says: string
}

/** A notice about a letter that a mail server had taken, and could not deliver, or not yet (RFC 3464). */
export interface DeliveryStatus {
  /** The Message-ID of the letter it is about, without angle brackets; undefined where the notice does not say. */
  readonly messageId: string | undefined
  readonly addresses: readonly StatusOfAddress[]
}

/** Reads a notice as it came; undefined where it is none. */
export async function readDeliveryStatus(raw: Buffer): Promise<DeliveryStatus | undefined> {
  const email = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' }).catch(() => undefined)
  const parts = (email?.attachments ?? []).map(({ mimeType, content }) => ({
    mimeType,
    text: typeof content === 'string' ? content : '',
  }))
  const status = parts.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!status) return undefined
  const addresses = groupsIn(status.text).flatMap(addressIn)
  if (addresses.length === 0) return undefined
  const returned = parts.find(({ mimeType }) => ['message/rfc822', 'text/rfc822-headers'].includes(mimeType))
  const headers = returned && groupsIn(returned.text)[0]
  return { messageId: idIn(headers?.get('message-id') ?? email?.inReplyTo ?? ''), addresses }
}

/** Groups of fields with an empty line between two, each with its folded lines made one. */
const groupsIn = (text: string): Map<string, string>[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => fieldsIn(group.replace(/\n[ \t]+/g, ' ')))

const fieldsIn = (group: string): Map<string, string> =>
  new Map(
    group.split('\n').flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
    }),
  )

function addressIn(fields: Map<string, string>): StatusOfAddress[] {
  const address = [fields.get('final-recipient'), fields.get('original-recipient')]
    .map(plain)
    .find((each) => each !== '')
  const [action, status] = [fields.get('action')?.toLowerCase(), fields.get('status') ?? '']
  if (address === undefined || action === undefined) return []
  const says = [status, plain(fields.get('diagnostic-code'))].filter((each) => each !== '').join(' ')
  return [
    { address, failed: action === 'failed' && !status.startsWith('4'), says: says.replace(/\s+/g, ' ').slice(0, 300) },
  ]
}

/** rfc822; dilys@thornmere-trust.example → dilys@thornmere-trust.example */
const plain = (typed: string | undefined): string =>
  (typed ?? '')
    .replace(/^[^;]*;/, '')
    .trim()
    .replace(/^<|>$/g, '')

const idIn = (header: string): string | undefined => /<?([^<>\s]+@[^<>\s]+)>?/.exec(header)?.[1]
