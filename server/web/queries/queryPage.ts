import type { Query } from '../../db/queries'
import type { ReturnEvent } from '../../db/history'
import { cutoffInWords, momentInWords } from '../../domain/collections/calendar'
import { sectionCutoff } from '../../domain/collections/opening'
import { endings, mayDo, queryStates } from '../../domain/queries/query'
import { labelAt, sectionAt } from '../../domain/reading/labels'
import { eventWords } from '../../domain/returns/eventWords'
import type { Problem } from '../../domain/survey/readSection'
import type { Page } from '../chrome'
import { problemAt, type Typed } from '../forms'
import { figuresOf, type FigureLine } from './figures'
import type { Known } from './known'

/** One question about a figure, for the network: what was said so far, and what may be done next. */
export interface QueryPage extends Page {
  readonly question: string
  readonly figures: readonly FigureLine[]
  readonly correcting: string | undefined
  readonly ended: string | undefined
  readonly changed: string | undefined
  readonly steps: readonly { readonly when: string; readonly what: string; readonly more: readonly string[] }[]
  readonly accept: string | undefined
  readonly again: QueryForm | undefined
  readonly dismiss: QueryForm | undefined
  readonly all: string
}

interface QueryForm {
  readonly action: string
  readonly value: string
  readonly problem: { readonly text: string } | undefined
}

/** A form that comes back, or what could not be done. */
export interface QuerySent {
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly changed: boolean
}

interface Seen {
  readonly query: Query
  readonly known: Known
  readonly events: readonly ReturnEvent[]
  readonly mayAct: boolean
}

/** One question with all that was said of it, for the network. */
export function queryPage({ query, known, events, mayAct }: Seen, sent: QuerySent): QueryPage {
  const { found, definition } = known
  const list = `/network/collections/${found.collection.code}/queries`
  const at = `/network/queries/${query.id}`
  const form = (deed: 'ask_again' | 'dismiss', path: string, name: string): QueryForm | undefined =>
    mayAct && mayDo(deed, query.state)
      ? { action: `${at}/${path}`, value: sent.typed[name] ?? '', problem: problemAt(sent.problems, name) }
      : undefined
  return {
    title: labelAt(query.address, definition),
    caption: found.organisation.name,
    breadcrumbs: [
      { text: 'Questions about figures', href: list },
      { text: found.organisation.name, href: `/network/returns/${found.id}` },
      { text: 'Question' },
    ],
    state: [{ kind: query.state === 'answered' ? 'explain' : 'plain', text: queryStates[query.state] }],
    problems: sent.problems.map(({ address, says }) => ({ text: says, href: `#${address}` })),
    changed: sent.changed
      ? 'This stands otherwise than when your page was drawn. Nothing was changed. It is shown below as it is now.'
      : undefined,
    question: query.question ?? 'Not asked: it was dismissed when a check found it.',
    figures: figuresOf(query, known),
    correcting: correctingWords(query, known),
    ended: endedWords(query),
    steps: events.filter(({ detail }) => detail.query === query.id).map(stepOf),
    accept: mayAct && mayDo('accept', query.state) ? `${at}/acceptance` : undefined,
    again: form('ask_again', 'again', 'question'),
    dismiss: form('dismiss', 'dismissal', 'reason'),
    all: list,
  }
}

const stepOf = ({ kind, detail, by, decidedAt }: ReturnEvent) => {
  const { did, more } = eventWords(kind, detail)
  return { when: momentInWords(decidedAt), what: `${by ?? 'The service'} ${did}`, more }
}

function correctingWords({ correctingAt, address, endedAt }: Query, { found, definition }: Known): string | undefined {
  if (!correctingAt || endedAt) return undefined
  const section = sectionAt(address, definition)
  const cutoffAt = section === undefined ? null : sectionCutoff(found.openness, section)
  return cutoffAt !== null && cutoffAt > found.now
    ? `It is being corrected: the section is open until ${cutoffInWords(cutoffAt)}.`
    : `A correction was begun at ${momentInWords(correctingAt)}, and was not signed in time.`
}

function endedWords({ endedHow, endedWhy, endedBy, endedAt }: Query): string | undefined {
  if (!endedHow || !endedAt) return undefined
  const why = endedWhy === null ? '' : `: ${endedWhy}`
  return `${endings[endedHow]}${why}. ${endedBy ?? ''}, ${momentInWords(endedAt)}`
}
