import type { CellChange } from '../../db/cells'
import type { EmployerPerson, GrantedOpening, LetterOfReturn, SubmissionOfReturn } from '../../db/casework'
import type { FoundReturn } from '../../db/foundReturn'
import type { ReturnEvent } from '../../db/history'
import { cutoffInWords, momentInWords, timeLeft } from '../../domain/collections/calendar'
import { returnCutoff, type OpeningKind } from '../../domain/collections/opening'
import { regionNamed } from '../../domain/organisations/regions'
import { organisationTypes } from '../../domain/organisations/types'
import type { StaffRole } from '../../domain/people/roles'
import { rule, statuses } from '../../domain/returns/lifecycle'
import { fillableSections, standingOfReturn } from '../../domain/returns/standing'
import type { SurveyDefinition } from '../../domain/survey/definition'
import type { Page } from '../chrome'
import type { CallTyped } from './callForm'
import { callProblems } from './callsPart'
import { chasedParts, type Chased, type ChasedParts } from './chased'
import type { OpeningTyped } from '../openingForm'
import type { OwnerUnknown } from './ownerPart'
import { openingFields, openingProblems, type OpeningFields } from './openingFields'
import { letterLine, openingLine, personLine, signedLine } from './recordLines'
import { standingFields, standingProblems, type StandingFields, type StandingTyped } from './standingFields'
import { sectionLines, type SectionLine } from './sectionLines'
import { timelineOf, type TimelineDay } from './timeline'

export interface ReturnPage extends Page {
  readonly facts: readonly { readonly key: { readonly text: string }; readonly value: { readonly text: string } }[]
  readonly people: readonly ReturnType<typeof personLine>[]
  readonly sections: readonly SectionLine[]
  readonly openings: readonly ReturnType<typeof openingLine>[]
  readonly letters: readonly ReturnType<typeof letterLine>[]
  readonly signed: readonly ReturnType<typeof signedLine>[]
  readonly days: readonly TimelineDay[]
  readonly forms: readonly OpeningFields[]
  readonly standing: StandingFields | undefined
  readonly chased: ChasedParts
}

/** All that is known of one return. */
export interface ReturnSeen {
  readonly found: FoundReturn
  readonly definition: SurveyDefinition
  readonly staffRole: StaffRole
  readonly people: readonly EmployerPerson[]
  readonly openings: readonly GrantedOpening[]
  readonly letters: readonly LetterOfReturn[]
  readonly signed: readonly SubmissionOfReturn[]
  readonly events: readonly ReturnEvent[]
  readonly changes: readonly CellChange[]
  readonly chased: Chased
}

/** A form that was sent and could not be read. */
export type Sent =
  | (OpeningTyped & { readonly kind: OpeningKind })
  | (StandingTyped & { readonly kind: 'standing' })
  | (CallTyped & { readonly kind: 'call' })
  | (OwnerUnknown & { readonly kind: 'owner' })

/** One return as the network sees it. */
export function returnPage(seen: ReturnSeen, sent?: Sent): ReturnPage {
  const { found, definition } = seen
  const { now } = found
  return {
    title: found.organisation.name,
    caption: found.collection.title,
    breadcrumbs: [
      { text: 'Responses', href: `/network/collections/${found.collection.code}` },
      { text: found.organisation.name },
    ],
    problems: problemsIn(sent),
    state: [closing(seen), savedLine(found)],
    facts: factsOf(found),
    people: seen.people.map(personLine),
    sections: sectionLines(found, definition),
    openings: seen.openings.map((opening) => openingLine(opening, now)),
    letters: seen.letters.map(letterLine),
    signed: seen.signed.map((one, place) => signedLine(one, place === 0 && found.standingSubmissionId !== null)),
    days: timelineOf(definition, { ...seen, contacts: seen.chased.contacts }),
    forms: formsOf(seen, sent),
    standing: standingFields(seen, sent?.kind === 'standing' ? sent : undefined),
    chased: chasedParts(found, seen.chased, sent?.kind === 'call' ? sent : undefined),
  }
}

function problemsIn(sent: Sent | undefined) {
  if (!sent) return []
  if (sent.kind === 'call') return callProblems(sent)
  if (sent.kind === 'owner') return [{ text: sent.says, href: '#owner' }]
  return sent.kind === 'standing' ? standingProblems(sent) : openingProblems(sent.kind, sent)
}

/** When it closes for this employer, its own time counted. */
function closing({ found: { openness, now }, definition }: ReturnSeen) {
  if (now < openness.opensAt) return { kind: 'plain', text: `Opens at ${momentInWords(openness.opensAt)}` }
  const cutoffAt = returnCutoff(openness, fillableSections(definition))
  if (cutoffAt === null) return { kind: 'locked', text: 'Locked since it was submitted' }
  const left = timeLeft(cutoffAt, now)
  return left === undefined
    ? { kind: 'locked', text: `Closed at ${cutoffInWords(cutoffAt)}` }
    : { kind: 'plain', text: `Open until ${cutoffInWords(cutoffAt)}, ${left}` }
}

const savedLine = ({ lastSavedAt }: FoundReturn) =>
  lastSavedAt
    ? { kind: 'saved', text: `Last saved at ${momentInWords(lastSavedAt)}` }
    : { kind: 'plain', text: 'Nothing saved yet' }

function factsOf({ status, coveredBy, essentialOnly, organisation, firstOpenedAt }: FoundReturn) {
  const { type, code, cassrCode, nhsRegion, popRegistered, popResident, emailDomains } = organisation
  const facts: readonly (readonly [string, string | null])[] = [
    ['State', coveredBy === null ? statuses[status] : `Covered by the joint return of ${coveredBy}`],
    ['Questions', essentialOnly ? 'The essential ones only' : null],
    ['First opened', firstOpenedAt ? momentInWords(firstOpenedAt) : 'Never'],
    ['Type', organisationTypes[type].one],
    ['Code', cassrCode === null ? code : `${code}, CASSR ${cassrCode}`],
    ['NHS region', regionNamed(nhsRegion)],
    ['Population', populationWords(popRegistered, popResident)],
    ['Email addresses end in', emailDomains.length > 0 ? emailDomains.join(', ') : null],
  ]
  return facts.flatMap(([key, value]) => (value === null ? [] : [{ key: { text: key }, value: { text: value } }]))
}

function populationWords(registered: number | null, resident: number | null): string | null {
  const words = [
    registered === null ? [] : [`${registered.toLocaleString('en-GB')} registered`],
    resident === null ? [] : [`${resident.toLocaleString('en-GB')} resident`],
  ].flat()
  return words.length === 0 ? null : words.join(', ')
}

/** Those that would be heeded, by whom they may be sent. */
function formsOf({ found, definition, staffRole }: ReturnSeen, sent: Sent | undefined): OpeningFields[] {
  const on = standingOfReturn(found, definition)
  const kinds: readonly OpeningKind[] = ['extension', 'reopening']
  return kinds
    .filter((kind) => rule(kind === 'extension' ? 'extend' : 'reopen', on, staffRole).ok)
    .map((kind) => openingFields(kind, found, definition, sent?.kind === kind ? sent : undefined))
}
