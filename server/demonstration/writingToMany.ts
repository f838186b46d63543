import { londonInstant } from '../domain/collections/calendar'
import { firstTemplate } from '../domain/chasing/template'
import { collection } from './collection'
import type { Employer } from './employer'
import { employers } from './employers'
import { idOf } from './identity'
import { network } from './staff'
import { storyOf } from './telling/story'

/** When the network wrote to all councils that had not opened their return: half past ten on Monday 20 January 2020. */
export const writtenAt = new Date(londonInstant('2020-01-20', 10).getTime() + 30 * 60_000)

/** The London day of it. */
export const WRITTEN_ON = '2020-01-20'

export const campaignId = idOf('campaign', 'councils not opened')

/** What was written to them. */
export const template = {
  subject: '{organisation}: your workforce return has not been opened yet',
  body: [
    'Every council that employs mental health social workers has been asked for a return. Nobody at {organisation} has opened yours yet.',
    ...firstTemplate.body.split('\n\n').slice(1, 2),
    'If you are not the right person, please tell us who is: they can be invited in a minute.',
  ].join('\n\n'),
} as const

/** The campaign as a row; how many letters it was is counted when they are there. */
export const campaignRow = () => ({
  id: campaignId,
  collectionId: collection.id,
  state: 'sending' as const,
  ...template,
  narrowing: JSON.stringify({ type: 'local_authority', view: 'not_opened' }),
  readers: 'preparers' as const,
  copies: false,
  despiteGap: false,
  writtenBy: network.id,
  draftedAt: new Date(writtenAt.getTime() - 7 * 60_000),
  sentBy: network.id,
  decidedAt: writtenAt,
})

/** What the mail servers of two councils said. */
const answers = [
  '5.1.1 550 5.1.1 No such mailbox here',
  '5.2.1 550 5.2.1 The mailbox has been closed; its owner has left the council',
]

/** The council the contract names has somebody who reads their letters. */
const READS = 'E06900001'

const silent = employers.filter(
  (employer) =>
    employer.type === 'local_authority' &&
    employer.code !== READS &&
    !storyOf(employer, false).opened &&
    !setAside(employer),
)

function setAside(employer: Employer): boolean {
  return storyOf(employer, false).setAside !== undefined
}

const returned = new Map(
  [silent[4], silent[11]].flatMap((employer, at) => (employer ? [[employer.code, answers[at] ?? '']] : [])),
)

/** Why letters to those who prepare this employer's returns come back; undefined where they do not. */
export const comesBack = ({ code }: Pick<Employer, 'code'>, now: Date): string | undefined =>
  now < collection.cutoffAt ? returned.get(code) : undefined
