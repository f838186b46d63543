import { openReturn } from '../../actions/openReturn'
import type { FoundReturn } from '../../db/foundReturn'
import { cutoffInWords, endOfDay } from '../../domain/collections/calendar'
import type { OpeningKind } from '../../domain/collections/opening'
import type { Refusal } from '../../domain/returns/lifecycle'
import { notOpenedWords, tooEarlyWords } from '../../domain/returns/opening'
import { sectionsInWords } from '../../domain/returns/eventWords'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { flash } from '../flash'
import type { StaffVisit } from '../route'
import type { OpeningRead } from '../openingForm'
import { draw } from './pages'

type ReadWell = Extract<OpeningRead, { ok: true }>

/** Opens the return as was asked. What the day was wrong for comes back as a sentence, to be shown beside its box. */
export async function openAsAsked(
  services: Services,
  visit: StaffVisit,
  kind: OpeningKind,
  asked: ReadWell,
): Promise<{ readonly says: string } | undefined> {
  const { untilDay, reason, sections } = asked
  const outcome = await openReturn(services, {
    kind,
    personId: visit.person.id,
    staffRole: visit.staffRole,
    returnId: String(visit.req.params.id),
    untilDay,
    reason,
    sections,
    arrival: visit.arrival,
  })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'too_early':
      return { says: tooEarlyWords(asked.untilDay, outcome.found) }
    case 'refused':
      refuse(visit, kind, { asked, found: outcome.found, because: outcome.because })
      return undefined
    case 'opened':
      flash(visit, doneWords(kind, asked, outcome.granted))
      visit.res.redirect(303, `/network/returns/${String(visit.req.params.id)}`)
      return undefined
  }
}

function doneWords(kind: OpeningKind, { untilDay, sections }: ReadWell, granted: number): string {
  const done = `${openedWords[kind]} until ${cutoffInWords(endOfDay(untilDay))}. ${sectionsInWords(sections)}.`
  return granted === 0
    ? done
    : `${done} ${granted === 1 ? 'The request' : 'The requests'} for it ${granted === 1 ? 'is' : 'are'} granted.`
}

const openedWords = { reopening: 'Reopened', extension: 'More time given' } as const satisfies Record<
  OpeningKind,
  string
>

interface Refused {
  readonly asked: ReadWell
  readonly found: FoundReturn
  readonly because: Refusal
}

/** Says why not, and keeps what was typed. */
function refuse(visit: StaffVisit, kind: OpeningKind, { asked, found, because }: Refused): void {
  draw(
    visit,
    'casework/notOpened',
    {
      title: kind === 'reopening' ? 'This return cannot be reopened' : 'This return cannot have more time',
      caption: found.organisation.name,
      reason: notOpenedWords(kind, found, because),
      typed: [
        { label: 'Until', name: 'until', value: asked.untilDay },
        { label: 'Reason', name: 'reason', value: asked.reason },
        { label: 'Sections', name: 'sections', value: sectionsInWords(asked.sections) },
      ],
      back: `/network/returns/${found.id}`,
    },
    409,
  )
}
