import type { Letter } from './letter'

/** A link that lets in whoever has it: to an invitation, or to choosing a new password. */
export interface SecretLink {
  readonly to: 'invitations' | 'password'
  /** The row it belongs to. */
  readonly id: string
}

/** The address of such a link as it is written down: where its token goes there is only what it belongs to. */
export const secretAddress = (publicUrl: string, { to, id }: SecretLink): string => `${publicUrl}/${to}/{${id}}`

const waiting = /\/(invitations|password)\/\{([\da-f-]{36})\}$/

/** The letter as its reader gets it, its link complete. Letters without such a link stay as they are. */
export function withItsLink(letter: Letter, tokenOf: (link: SecretLink) => string): Letter {
  const { button } = letter
  const [place, to, id] = waiting.exec(button?.href ?? '') ?? []
  if (!button || place === undefined || id === undefined || !isPlace(to)) return letter
  const href = `${button.href.slice(0, -place.length)}/${to}/${tokenOf({ to, id })}`
  return { ...letter, button: { ...button, href } }
}

const isPlace = (to: string | undefined): to is SecretLink['to'] => to === 'invitations' || to === 'password'
