import type { Letter } from '../domain/post/letter'

interface HandedOver {
  readonly organisation: string
  readonly from: string
  readonly to: string
  /** Whether the one who hands over still belongs to the team, as a contributor. */
  readonly stays: boolean
  readonly publicUrl: string
}

/** Tells the successor that they prepare the returns of an organisation from now on. */
export const handedOverToYou = ({ organisation, from, publicUrl }: HandedOver): Letter => ({
  subject: `${organisation}: you now prepare its workforce returns`,
  paragraphs: [
    `${from} has handed over to you. From now on you prepare the workforce returns of ${organisation}: you see all sections, invite and remove colleagues, and send the return to be signed.`,
    'Everything that was filled in so far is there, with its history.',
  ],
  button: { text: 'Go to the returns', href: `${publicUrl}/returns` },
})

/** Tells the one who handed over that it is done. */
export const youHandedOver = ({ organisation, to, stays, publicUrl }: HandedOver): Letter => ({
  subject: `${organisation}: you have handed over its workforce returns`,
  paragraphs: [
    `You have handed over to ${to}, who prepares the workforce returns of ${organisation} from now on.`,
    stays
      ? 'You still belong to the team as a contributor, and see the sections you are given.'
      : 'You no longer belong to its team, and cannot see its returns.',
    'If you did not do this, tell us at once.',
  ],
  button: { text: 'Contact us', href: `${publicUrl}/contact` },
})
