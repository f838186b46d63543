import type { FoundCampaign, LetterCounts } from '../../db/campaigns'
import type { FoundCollection } from '../../db/collections'
import type { ListedLetter } from '../../db/letters'
import { narrowingInWords } from '../../domain/chasing/narrowingInWords'
import { momentInWords } from '../../domain/collections/calendar'
import { letterStates, type LetterState } from '../../domain/post/letter'
import type { Link, Page } from '../chrome'
import { placeOf } from './collection'
import { leftOutCounted, type LeftOutLine } from './leftOutLines'
import { counted } from '../../domain/reading/counted'

/** How far letters to many have got, as the page and its script say it. */
export interface CountsInWords {
  /** Of all letters: those of which nothing more is to be done. */
  readonly done: number
  readonly of: number
  readonly says: string
  readonly state: string
  readonly counts: Readonly<Record<LetterState, string>>
  /** Whether anything may still change by itself. */
  readonly moves: boolean
}

export interface ProgressPage extends Page {
  readonly progress: CountsInWords
  /** What the script asks. */
  readonly poll: string | undefined
  readonly counted: readonly {
    readonly name: string
    readonly text: string
    readonly count: string
    readonly href: string
  }[]
  readonly about: readonly string[]
  readonly again: string
  readonly buttons: readonly { readonly action: string; readonly text: string; readonly classes: string }[]
  readonly failed: readonly {
    readonly href: string
    readonly to: string
    readonly organisation: string
    /** Where the reader's employer can be rung, and the address put right. */
    readonly about: string | undefined
    readonly why: string
  }[]
  readonly leftOut: readonly LeftOutLine[]
  readonly template: { readonly subject: string; readonly body: string }
  readonly links: readonly Link[]
}

interface ProgressSeen {
  readonly collection: FoundCollection
  readonly campaign: FoundCampaign
  readonly counts: LetterCounts
  readonly failed: readonly ListedLetter[]
  readonly mayWrite: boolean
  /** Why what was pressed was not done. */
  readonly refused: string | undefined
}

const states: readonly LetterState[] = ['sent', 'kept', 'waiting', 'failed', 'not_needed']

/** How far they have got, in words. */
export function countsInWords({ letters, state }: FoundCampaign, counts: LetterCounts): CountsInWords {
  const waiting = counts.waiting ?? 0
  const gone = (counts.sent ?? 0) + (counts.kept ?? 0)
  return {
    done: letters - waiting,
    of: letters,
    says: `${grouped(gone)} of ${counted(letters, 'letter')} gone`,
    state: stateWords(state, waiting),
    counts: {
      sent: grouped(counts.sent),
      kept: grouped(counts.kept),
      waiting: grouped(waiting),
      failed: grouped(counts.failed),
      not_needed: grouped(counts.not_needed),
    },
    moves: waiting > 0 && state === 'sending',
  }
}

const grouped = (count = 0): string => count.toLocaleString('en-GB')

function stateWords(state: FoundCampaign['state'], waiting: number): string {
  if (state === 'cancelled') return 'Cancelled: what had not gone does not go'
  if (waiting === 0) return 'Done'
  return state === 'paused' ? 'Paused: nothing goes until it is resumed' : 'Being sent'
}

/** Letters to many on their way. */
export function progressPage(seen: ProgressSeen): ProgressPage {
  const { collection, campaign, failed } = seen
  const place = placeOf(collection)
  const here = place.campaign(campaign.id)
  const progress = countsInWords(campaign, seen.counts)
  return {
    title: `${counted(campaign.letters, 'letter')}: ${narrowingInWords(campaign.narrowing)}`,
    caption: collection.title,
    breadcrumbs: [
      { text: 'Responses', href: place.collection },
      { text: 'Write to many', href: place.chase },
      { text: counted(campaign.letters, 'letter') },
    ],
    problems: seen.refused === undefined ? [] : [{ text: seen.refused, href: '#letters' }],
    progress,
    poll: progress.moves ? `${here}/progress.json` : undefined,
    counted: states
      .filter((state) => state !== 'kept' || (seen.counts.kept ?? 0) > 0)
      .map((state) => ({
        name: state,
        text: letterStates[state],
        count: progress.counts[state],
        href: `/network/post?campaign=${campaign.id}&state=${state}`,
      })),
    about: aboutWords(campaign),
    again: here,
    buttons: seen.mayWrite ? buttonsFor(campaign, progress, here) : [],
    failed: failed.map((letter) => ({
      href: `/network/post/${letter.id}`,
      to: `${letter.toName}, ${letter.toAddress}`,
      organisation: letter.organisation ?? '',
      about: letter.returnId === null ? undefined : `/network/returns/${letter.returnId}#people`,
      why: letter.stateReason ?? '',
    })),
    leftOut: leftOutCounted(campaign.leftOut),
    template: { subject: campaign.subject, body: campaign.body },
    links: [
      { text: 'Every letter, with its text', href: `/network/post?campaign=${campaign.id}` },
      ...(seen.mayWrite
        ? [{ text: 'Write again, beginning with this', href: `${place.chase}?from=${campaign.id}` }]
        : []),
    ],
  }
}

function aboutWords({ sentBy, decidedAt, changedBy, changedAt, state }: FoundCampaign): string[] {
  const when = decidedAt === null ? '' : ` at ${momentInWords(decidedAt)}`
  const changes = { paused: 'Paused', cancelled: 'Cancelled', sending: 'Resumed', draft: 'Changed' } as const
  return [
    `Sent by ${sentBy ?? 'somebody'}${when}.`,
    ...(changedBy === null || changedAt === null
      ? []
      : [`${changes[state]} by ${changedBy} at ${momentInWords(changedAt)}.`]),
  ]
}

function buttonsFor({ state }: FoundCampaign, { counts, of, done }: CountsInWords, here: string) {
  if (done === of || state === 'cancelled') return []
  const secondary = 'govuk-button--secondary'
  return [
    state === 'paused'
      ? { action: `${here}/resumption`, text: `Resume: send the ${counts.waiting} that wait`, classes: '' }
      : { action: `${here}/pause`, text: 'Pause', classes: secondary },
    {
      action: `${here}/cancellation`,
      text: `Cancel the ${counts.waiting} that have not gone`,
      classes: 'govuk-button--warning',
    },
  ]
}
