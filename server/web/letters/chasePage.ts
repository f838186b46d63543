import type { FoundCampaign } from '../../db/campaigns'
import { campaignReaders, isCampaignReaders, LATE_DAYS } from '../../domain/chasing/campaign'
import type { Narrowing } from '../../domain/chasing/narrowing'
import type { Choice, Chosen } from '../../domain/chasing/recipients'
import { limitsInWords, tellingLimits } from '../../domain/chasing/telling'
import { firstTemplate, placeholders, type Template } from '../../domain/chasing/template'
import { narrowingInWords } from '../../domain/chasing/narrowingInWords'
import { momentInWords } from '../../domain/collections/calendar'
import type { Problem } from '../../domain/survey/readSection'
import type { Link, Page } from '../chrome'
import { problemAt, summaryOf, type Typed } from '../forms'
import { placeOf, type CollectionSeen } from './collection'
import { leftOutLines, type LeftOutLine } from './leftOutLines'
import { choices, wordsOf } from './narrowing'
import { counted } from '../../domain/reading/counted'

const RECENT = `Also to people we have written to in the last ${tellingLimits.gapDays} days`

type Message = { readonly text: string } | undefined

/** What stands in the boxes. */
export interface ChaseBoxes {
  readonly narrowing: Narrowing
  /** What was asked for and does not exist. */
  readonly unknown: readonly string[]
  readonly template: Template
  readonly choice: Choice
  readonly problems: readonly Problem[]
}

export interface ChasePage extends Page {
  readonly problems: readonly Link[]
  readonly narrow: Readonly<Record<'view' | 'status' | 'type' | 'region' | 'q', string>> & {
    readonly choices: typeof choices
  }
  readonly clear: string
  readonly chosen: string
  readonly would: string
  readonly leftOut: readonly LeftOutLine[]
  readonly limits: string
  /** Where letters may be written. */
  readonly form: ChaseForm | undefined
  readonly earlier: readonly {
    readonly href: string
    readonly to: string
    readonly says: string
    readonly by: string
    readonly when: string
  }[]
}

interface ChaseForm {
  readonly action: string
  readonly kept: readonly { readonly name: string; readonly value: string }[]
  readonly subject: string
  readonly subjectProblem: Message
  readonly body: string
  readonly bodyProblem: Message
  readonly placeholders: readonly { readonly name: string; readonly says: string }[]
  readonly readers: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  readonly readersProblem: Message
  readonly copies: readonly { readonly value: 'yes'; readonly text: string; readonly checked: boolean }[]
  readonly recent: readonly { readonly value: 'yes'; readonly text: string; readonly checked: boolean }[]
}

/** The boxes at first; or as they were typed. */
export function firstBoxes(
  { narrowing, unknown }: Pick<ChaseBoxes, 'narrowing' | 'unknown'>,
  typed: Typed = {},
): ChaseBoxes {
  const { readers = 'preparers' } = typed
  return {
    narrowing,
    unknown,
    template: { subject: typed.subject ?? firstTemplate.subject, body: typed.body ?? firstTemplate.body },
    choice: {
      readers: isCampaignReaders(readers) ? readers : 'preparers',
      copies: typed.copies === 'yes',
      despiteGap: typed.recent === 'yes',
    },
    problems: [],
  }
}

/** The boxes as an earlier letter filled them. */
export const boxesOf = ({ narrowing, subject, body, readers, copies, despiteGap }: FoundCampaign): ChaseBoxes => ({
  narrowing,
  unknown: [],
  template: { subject, body },
  choice: { readers, copies, despiteGap },
  problems: [],
})

interface ChaseSeen extends CollectionSeen {
  readonly boxes: ChaseBoxes
  /** How many returns are all of what was asked for. */
  readonly returns: number
  readonly chosen: Chosen
  readonly earlier: readonly FoundCampaign[]
  readonly mayWrite: boolean
}

/** Whom to write to, what, and what was written before. */
export function chasePage(seen: ChaseSeen): ChasePage {
  const { collection, boxes, chosen } = seen
  const place = placeOf(collection)
  const { view = '', status = '', type = '', region = '', q = '' } = boxes.narrowing
  return {
    title: 'Write to many',
    caption: collection.title,
    breadcrumbs: [{ text: 'Responses', href: place.collection }, { text: 'Write to many' }],
    problems: [...boxes.unknown.map((text) => ({ text, href: '#who' })), ...summaryOf(boxes.problems)],
    narrow: { view, status, type, region, q, choices },
    clear: place.chase,
    chosen: `${narrowingInWords(boxes.narrowing)}: ${counted(seen.returns, 'return')}.`,
    would: wouldWords(chosen, boxes.choice),
    leftOut: leftOutLines(chosen.leftOut),
    limits: limitsInWords(),
    form: seen.mayWrite ? formOf(seen) : undefined,
    earlier: seen.earlier.map((campaign) => earlierLine(campaign, place.campaign(campaign.id))),
  }
}

function wouldWords({ letters, leftOut }: Chosen, { despiteGap }: Choice): string {
  const recent = leftOut.filter(({ why }) => why === 'too_recently').length
  const more =
    recent === 0 || despiteGap
      ? ''
      : ` ${counted(recent, 'person', 'people')} more would, if you tick “${RECENT}” below.`
  if (letters.length === 0) return `As it is chosen now, nobody would get a letter.${more}`
  const employers = new Set(letters.map(({ about }) => about.id)).size
  return `As it is chosen now, ${counted(letters.length, 'letter')} would go, about ${counted(employers, 'return')}. You see each of them before anything is sent.${more}`
}

function formOf({ collection, boxes }: ChaseSeen): ChaseForm {
  const { template, choice, problems } = boxes
  return {
    action: placeOf(collection).chase,
    kept: wordsOf(boxes.narrowing),
    subject: template.subject,
    subjectProblem: problemAt(problems, 'subject'),
    body: template.body,
    bodyProblem: problemAt(problems, 'body'),
    placeholders: Object.entries(placeholders).map(([name, says]) => ({ name: `{${name}}`, says })),
    readers: Object.entries(campaignReaders).map(([value, text]) => ({
      value,
      text,
      checked: value === choice.readers,
    })),
    readersProblem: problemAt(problems, 'readers'),
    copies: [
      {
        value: 'yes',
        text: `Where ${LATE_DAYS} days or fewer are left, a copy to those who sign the return`,
        checked: choice.copies,
      },
    ],
    recent: [
      {
        value: 'yes',
        text: RECENT,
        checked: choice.despiteGap,
      },
    ],
  }
}

const earlierLine = ({ subject, narrowing, letters, sentBy, decidedAt }: FoundCampaign, href: string) => ({
  href,
  to: narrowingInWords(narrowing),
  says: `${counted(letters, 'letter')}: ${subject}`,
  by: sentBy ?? '',
  when: decidedAt === null ? '' : momentInWords(decidedAt),
})
