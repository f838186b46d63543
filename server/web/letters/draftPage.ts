import type { FoundCampaign } from '../../db/campaigns'
import { chaseLetter, markOf, type Written } from '../../domain/chasing/chaseLetter'
import { campaignReaders } from '../../domain/chasing/campaign'
import type { Chosen, ChosenLetter } from '../../domain/chasing/recipients'
import { narrowingInWords } from '../../domain/chasing/narrowingInWords'
import { closing, greeting } from '../../domain/post/written'
import { employerRoles } from '../../domain/people/roles'
import type { Button } from '../../domain/post/letter'
import type { Link, Page } from '../chrome'
import { placeOf, type CollectionSeen } from './collection'
import { leftOutLines, type LeftOutLine } from './leftOutLines'
import { recentOf, type Recent } from './recentlyWritten'
import { onPage, PAGE, pageIn, turningOf, type Turning } from './turning'
import { counted } from '../../domain/reading/counted'

export interface DraftPage extends Page {
  readonly about: readonly string[]
  /** The button that sends; undefined where there is nothing to send, or it is not theirs to do. */
  readonly send: { readonly action: string; readonly mark: string; readonly text: string } | undefined
  readonly nobody: boolean
  /** Where some are left out only because they were written to just now: how to write to them all the same. */
  readonly recent: Recent | undefined
  readonly preview: Preview | undefined
  readonly search: string
  readonly rows: readonly {
    readonly href: string
    readonly organisation: string
    readonly to: string
    readonly address: string
    readonly see: string
  }[]
  readonly turning: Turning | undefined
  readonly leftOut: readonly LeftOutLine[]
  readonly links: readonly Link[]
}

interface Preview {
  readonly place: string
  readonly to: string
  readonly subject: string
  readonly text: readonly string[]
  readonly button: Button | undefined
  readonly previous: string | undefined
  readonly next: string | undefined
}

interface AskedDraft {
  /** Which page of those who get it. */
  readonly page: number
  /** Which of the letters is shown whole, from 1. */
  readonly letter: number
  /** Part of the name of an organisation whose letter is to be shown. */
  readonly for: string
}

const wholeNumber = (text: unknown): number =>
  typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1

/** What the address of the page asks for. */
export const askedDraft = (query: Readonly<Record<string, unknown>>): AskedDraft => ({
  page: pageIn(query),
  letter: wholeNumber(query.letter),
  for: typeof query.for === 'string' ? query.for.trim().slice(0, 100) : '',
})

export interface DraftSeen extends CollectionSeen {
  readonly campaign: FoundCampaign
  readonly chosen: Chosen
  readonly asked: AskedDraft
  readonly publicUrl: string
  readonly mayWrite: boolean
  /** Why what was pressed was not done. */
  readonly refused: string | undefined
}

/** Letters to many before they go: who gets one, who does not and why, and what each says. */
export function draftPage(seen: DraftSeen): DraftPage {
  const { collection, campaign, chosen, asked } = seen
  const { letters } = chosen
  const place = placeOf(collection)
  const here = place.campaign(campaign.id)
  return {
    title: 'Not sent yet: who gets it, and what it says',
    caption: collection.title,
    breadcrumbs: [
      { text: 'Responses', href: place.collection },
      { text: 'Write to many', href: place.chase },
      { text: 'Not sent yet' },
    ],
    state: [{ kind: 'plain', text: 'Nothing has been sent' }],
    problems: seen.refused === undefined ? [] : [{ text: seen.refused, href: '#recipients' }],
    about: aboutWords(seen),
    send:
      letters.length > 0 && seen.mayWrite
        ? { action: `${here}/sending`, mark: markOf(letters), text: `Send ${counted(letters.length, 'letter')}` }
        : undefined,
    nobody: letters.length === 0,
    recent: seen.mayWrite ? recentOf(campaign, chosen, place.chase) : undefined,
    preview: previewOf(seen, here),
    search: asked.for,
    rows: onPage(letters, asked.page).map((letter, at) =>
      rowOf(letter, `${here}?letter=${(asked.page - 1) * PAGE + at + 1}#preview`),
    ),
    turning: turningOf(asked.page, letters.length, (page) => (page === 1 ? here : `${here}?page=${page}`)),
    leftOut: leftOutLines(chosen.leftOut),
    links: seen.mayWrite
      ? [{ text: 'Change the letter, or whom it is for', href: `${place.chase}?from=${campaign.id}` }]
      : [],
  }
}

function aboutWords({ campaign, chosen }: DraftSeen): string[] {
  const copies = chosen.letters.filter(({ copy }) => copy).length
  return [
    `${narrowingInWords(campaign.narrowing)}. ${campaignReaders[campaign.readers]}.`,
    ...(chosen.letters.length > 0 ? [goingWords(chosen)] : []),
    ...(copies > 0
      ? [`${counted(copies, 'letter')} of them ${copies === 1 ? 'is a copy' : 'are copies'} to those who sign.`]
      : []),
    ...(campaign.despiteGap ? ['Also to people we have written to only just now.'] : []),
    'Each is judged once more just before it goes: whoever has sent in the return by then gets none.',
  ]
}

function goingWords({ letters }: Chosen): string {
  const employers = new Set(letters.map(({ about }) => about.id)).size
  return `${counted(letters.length, 'letter')}, about ${counted(employers, 'return')}.`
}

function previewOf(seen: DraftSeen, here: string): Preview | undefined {
  const { letters } = seen.chosen
  const at = placeInList(letters, seen.asked)
  const shown = letters[at]
  if (!shown) return undefined
  const written = writtenNow(seen)
  const letter = chaseLetter(shown, written)
  const addressed = { letter, toName: shown.reader.name, writtenAt: written.now }
  const link = (place: number) => (letters[place - 1] ? `${here}?letter=${place}#preview` : undefined)
  return {
    place: `Letter ${(at + 1).toLocaleString('en-GB')} of ${letters.length.toLocaleString('en-GB')}`,
    to: `${shown.reader.name}, ${shown.reader.email}, ${shown.about.organisation.name}`,
    subject: letter.subject,
    text: [greeting(addressed), ...letter.paragraphs, closing(addressed)],
    button: letter.button,
    previous: link(at),
    next: link(at + 2),
  }
}

/** The letter asked for by its place, or the first to an organisation of that name; the first where there is none. */
function placeInList(letters: readonly ChosenLetter[], asked: AskedDraft): number {
  const wanted = asked.for.toLowerCase()
  if (wanted === '') return Math.min(asked.letter, Math.max(letters.length, 1)) - 1
  return Math.max(
    letters.findIndex(({ about }) => about.organisation.name.toLowerCase().includes(wanted)),
    0,
  )
}

const writtenNow = ({ campaign, collection, publicUrl }: DraftSeen): Written => ({
  template: campaign,
  collection: collection.title,
  now: collection.now,
  publicUrl,
})

const rowOf = ({ about, reader, copy }: ChosenLetter, see: string) => ({
  href: `/network/returns/${about.id}`,
  organisation: about.organisation.name,
  to: `${reader.name}, ${employerRoles[reader.role].toLowerCase()}${copy ? ' (copy)' : ''}`,
  address: reader.email,
  see,
})
