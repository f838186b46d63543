import type { Query } from '../../db/queries'
import { momentInWords } from '../../domain/collections/calendar'
import { organisationTypes } from '../../domain/organisations/types'
import { isNumeric } from '../../domain/kinds'
import { readable } from '../../domain/kinds/number'
import { figureWords } from '../../domain/queries/aboutFigure'
import { queryStates } from '../../domain/queries/query'
import { labelAt, sectionAt } from '../../domain/reading/labels'
import type { Cells } from '../../domain/survey/cells'
import { atlasOf } from '../../domain/survey/places'
import type { Problem } from '../../domain/survey/readSection'
import type { Page } from '../chrome'
import { problemAt } from '../forms'
import type { FigureLine } from './figures'
import type { Known } from './known'

/** The questions about figures of one return, for the network; and a new one, where a figure is named. */
export interface AskPage extends Page {
  readonly says: string
  /** Another submission stands than the one that was looked at. */
  readonly changed: string | undefined
  readonly about: { readonly label: string; readonly figures: readonly FigureLine[] } | undefined
  readonly form: AskForm | undefined
  readonly queries: readonly AskedLine[]
  readonly back: string
}

interface AskForm {
  readonly action: string
  readonly about: string
  readonly id: string
  readonly submission: string
  readonly value: string
  readonly problem: { readonly text: string } | undefined
}

interface AskedLine {
  readonly href: string
  readonly title: string
  readonly question: string
  readonly state: string
  readonly by: string
}

/** A figure that is asked about, with what it is compared with. */
export interface Asked {
  readonly address: string
  readonly submitted: Cells
  readonly submissionId: string
  readonly middle: { readonly middle: number | null; readonly count: number }
}

export interface AskSent {
  readonly id: string
  readonly question: string
  readonly problems: readonly Problem[]
  readonly changed: boolean
}

/** Where the network asks about a figure of a return. */
export function askPage(
  known: Known,
  {
    queries,
    asked,
    mayAsk,
  }: { readonly queries: readonly Query[]; readonly asked: Asked | undefined; readonly mayAsk: boolean },
  sent: AskSent,
): AskPage {
  const { found, definition } = known
  const back = `/network/returns/${found.id}`
  return {
    title: 'Questions about figures',
    caption: found.organisation.name,
    breadcrumbs: [
      { text: 'Responses', href: `/network/collections/${found.collection.code}` },
      { text: found.organisation.name, href: back },
      { text: 'Questions about figures' },
    ],
    problems: sent.problems.map(({ address, says }) => ({ text: says, href: `#${address}` })),
    changed: sent.changed
      ? 'Another submission stands now. Look at its figures below before you ask. What you wrote was not sent.'
      : undefined,
    says: says(known, asked),
    about: asked && { label: labelAt(asked.address, definition), figures: figures(known, asked) },
    form:
      asked && mayAsk
        ? {
            action: `${back}/queries`,
            about: asked.address,
            id: sent.id,
            submission: asked.submissionId,
            value: sent.question,
            problem: problemAt(sent.problems, 'question'),
          }
        : undefined,
    queries: queries.map((query) => askedLine(query, known)),
    back: asked ? `${back}/sections/${sectionAt(asked.address, definition) ?? ''}?read=1` : back,
  }
}

function says({ found }: Known, asked: Asked | undefined): string {
  if (found.standingSubmissionId === null) {
    return 'Nothing stands submitted yet. A question is asked about a figure that has been submitted; until then, ring or write.'
  }
  return asked
    ? 'The employer reads your question beside its own figures, never those of others.'
    : 'To ask about a figure, open its section and choose “Ask about this figure”.'
}

function figures(known: Known, { address, submitted, middle }: Asked): FigureLine[] {
  const { found, lastTime } = known
  const box = atlasOf(known.definition).place(address)?.box
  const places = box?.kind === 'decimal' ? 2 : 1
  return [
    { label: 'Submitted', text: figureWords(address, submitted[address], known) },
    ...(lastTime[address] ? [{ label: 'Last time', text: figureWords(address, lastTime[address], known) }] : []),
    ...(box && isNumeric(box) && middle.middle !== null
      ? [
          {
            label: `Middle of ${middle.count} ${organisationTypes[found.organisation.type].many} that have submitted, for you only`,
            text: readable(middle.middle, Number.isInteger(middle.middle) ? 0 : places),
          },
        ]
      : []),
  ]
}

const askedLine = (query: Query, { definition }: Known): AskedLine => ({
  href: `/network/queries/${query.id}`,
  title: labelAt(query.address, definition),
  question: query.question ?? '',
  state: queryStates[query.state],
  by: `${query.raisedBy}, ${momentInWords(query.askedAt ?? query.decidedAt)}`,
})
