/** How far letters to many have got: written and not pressed yet, going, waiting, stopped. */
export type CampaignState = 'draft' | 'sending' | 'paused' | 'cancelled'

/** Who of an employer gets a letter. */
export const campaignReaders = {
  preparers: 'Those who prepare the return',
  signatories: 'Those who sign it',
  both: 'Both',
} as const

export type CampaignReaders = keyof typeof campaignReaders

/** Whether a word names readers of letters to many. */
export const isCampaignReaders = (given: unknown): given is CampaignReaders =>
  typeof given === 'string' && Object.hasOwn(campaignReaders, given)

/** So many days before the last day of a return, or fewer, those who sign get a copy where one was asked for. */
export const LATE_DAYS = 7

/** What may be done to letters on their way, and what follows. */
const moves = {
  pause: { from: ['sending'], to: 'paused' },
  resume: { from: ['paused'], to: 'sending' },
  cancel: { from: ['sending', 'paused'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly CampaignState[]; to: CampaignState }>

export type CampaignMove = keyof typeof moves

/** The state that follows; undefined where it cannot be done from here. */
export function stateAfter(move: CampaignMove, state: CampaignState): CampaignState | undefined {
  const { from, to } = moves[move]
  return from.some((each) => each === state) ? to : undefined
}
