import type { FoundReturn, OwnReturn } from '../../db/foundReturn'
import { cutoffInWords, momentInWords, timeLeft } from '../../domain/collections/calendar'
import { returnCutoff, sectionCutoff, sectionPhase } from '../../domain/collections/opening'
import type { StaffRole } from '../../domain/people/roles'
import { actorOf } from '../../domain/returns/actor'
import { asSeen, editRuling } from '../../domain/returns/editing'
import type { Refusal } from '../../domain/returns/lifecycle'
import { fillableSections } from '../../domain/returns/standing'
import type { Section, SurveyDefinition } from '../../domain/survey/definition'

/** Why a section can only be read just now; undefined where it can be changed, by the employer or on its behalf. */
export function whyShut(found: FoundReturn | OwnReturn, section: Section, staffRole?: StaffRole): Refusal | undefined {
  const ruling = editRuling(found, section.code, actorOf(found, staffRole))
  return ruling.ok ? undefined : asSeen(ruling.because, found)
}

/** When a section closed, or will; the collection's own cutoff where only a reopening could open it. */
export const cutoffOf = ({ openness }: Pick<OwnReturn, 'openness'>, section: string): Date =>
  sectionCutoff(openness, section) ?? openness.cutoffAt

const lockedToEmployer = 'Nothing more can be changed. You can ask for more time.'
const lockedToStaff =
  'Nothing more can be changed, on behalf of its employer either. An administrator can open it again.'

/** Why nothing can be changed, in a sentence, and what can be done. */
export function shutWords(
  because: Refusal,
  found: FoundReturn,
  section: string,
  staffRole?: StaffRole,
): readonly string[] {
  switch (because) {
    case 'locked':
      return [lockedWords(found, section), staffRole ? lockedToStaff : lockedToEmployer]
    case 'not_yet_open':
      return [
        `This collection opens at ${momentInWords(found.openness.opensAt)}. Until then you can read the questions.`,
      ]
    case 'wrong_status':
      return statusWords(found)
    case 'not_yours_to_do':
      return ['You can read this section. The person preparing the return fills it in.']
  }
}

/** When the return, or this section of it, closed. */
export const lockedWords = (found: Pick<OwnReturn, 'openness'>, section: string): string =>
  `This return closed at ${cutoffInWords(cutoffOf(found, section))}.`

function statusWords({ status, openness, coveredBy }: FoundReturn): readonly string[] {
  switch (status) {
    case 'submitted':
    case 'nil':
      return [
        openness.standingSince
          ? `This return was submitted at ${momentInWords(openness.standingSince)}.`
          : 'This return has been submitted.',
        'To change it before it closes, take it back to draft from the list of sections.',
      ]
    case 'covered':
      return [
        `${coveredBy ?? 'Another organisation'} answers for yours in a joint return, so there is nothing to fill in.`,
      ]
    case 'declined':
      return ['Your organisation has declined to take part. Contact the network if that has changed.']
    case 'no_longer_required':
      return ['This return is no longer required. Contact the network if you think it should be.']
    default:
      return ['This return cannot be changed now.']
  }
}

/** The letters of the only sections that can be changed; undefined where all can be, or none. */
export function onlyOpen(
  { openness, now }: Pick<OwnReturn, 'openness' | 'now'>,
  definition: SurveyDefinition,
): readonly string[] | undefined {
  const sections = fillableSections(definition)
  const open = sections.filter((section) => sectionPhase(openness, section, now) === 'open')
  return open.length === 0 || open.length === sections.length ? undefined : open.map((code) => code.toUpperCase())
}

/** When a return closes, and how long that is: "Closes 11:59pm on Monday 10 February 2020, in 14 days". */
export function closingWords(
  { openness, now }: Pick<OwnReturn, 'openness' | 'now'>,
  definition: SurveyDefinition,
): string {
  if (now < openness.opensAt) return `Opens at ${momentInWords(openness.opensAt)}`
  const cutoffAt = returnCutoff(openness, fillableSections(definition)) ?? openness.cutoffAt
  const left = timeLeft(cutoffAt, now)
  return left === undefined ? `Closed at ${cutoffInWords(cutoffAt)}` : `Closes ${cutoffInWords(cutoffAt)}, ${left}`
}
