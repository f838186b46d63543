import type { OwnReturn } from '../../db/foundReturn'
import { heldOf } from '../../db/lateTyping'
import { isTheirs } from '../../domain/reading/labels'
import { definitionOf } from '../../surveys'
import { counted } from '../../domain/reading/counted'
import type { Reads } from './draft'

/** That something was typed after the close and nobody has been asked about it yet. */
export interface HeldPart {
  readonly says: string
  readonly ask: string
}

/** Of what this person may see; undefined where nothing is held. */
export async function heldPart({ db }: Reads, found: OwnReturn): Promise<HeldPart | undefined> {
  const definition = definitionOf(found.collection.code)
  const addresses = (await heldOf(db, found.id)).map(({ name }) => name.replace(/!nc$/, ''))
  const many = new Set(addresses.filter((address) => isTheirs(found, address, definition))).size
  if (many === 0) return undefined
  const answers = `${counted(many, 'answer')} came after the close`
  return {
    says: `${answers}: held apart, and not part of the return. The network does not see what is held until you ask for more time.`,
    ask: `/returns/${found.id}/reopening-requests`,
  }
}
