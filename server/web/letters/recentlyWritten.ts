import type { FoundCampaign } from '../../db/campaigns'
import type { Chosen } from '../../domain/chasing/recipients'
import { tellingLimits } from '../../domain/chasing/telling'
import { counted } from '../../domain/reading/counted'
import { wordsOf } from './narrowing'

/** How to write also to those who are left out only because they were written to just now. */
export interface Recent {
  readonly says: string
  readonly action: string
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  readonly text: string
}

/** The same letter, chosen once more with the two days lifted: that nobody is bothered twice remains the rule. */
export function recentOf(campaign: FoundCampaign, chosen: Pick<Chosen, 'leftOut'>, action: string): Recent | undefined {
  const left = chosen.leftOut.filter(({ why }) => why === 'too_recently').length
  if (left === 0) return undefined
  const { narrowing, subject, body, readers, copies } = campaign
  return {
    says: `${counted(left, 'person is', 'people are')} left out because they were written to in the last ${tellingLimits.gapDays} days.`,
    action,
    fields: [
      ...wordsOf(narrowing),
      ...Object.entries({ subject, body, readers, copies: copies ? 'yes' : '', recent: 'yes' }).map(
        ([name, value]) => ({
          name,
          value,
        }),
      ),
    ],
    text: left === 1 ? 'Write to this person as well' : `Write to these ${left.toLocaleString('en-GB')} as well`,
  }
}
