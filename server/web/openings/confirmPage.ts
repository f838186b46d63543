import { randomUUID } from 'node:crypto'
import type { FoundCollection } from '../../db/collections'
import { sectionsInWords } from '../../domain/returns/eventWords'
import type { Page } from '../chrome'
import type { OpeningAsked } from '../openingForm'
import { counted } from '../../domain/reading/counted'
import { untilWords } from './listPage'

/** Who would be given how much more time, before it is done. */
export interface ConfirmPage extends Page {
  readonly action: string
  readonly form: string
  readonly facts: readonly { readonly key: { readonly text: string }; readonly value: { readonly text: string } }[]
  readonly who: string
  readonly organisations: readonly string[]
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  readonly button: string
  readonly back: string
}

interface Chosen {
  readonly returns: readonly { readonly id: string; readonly name: string; readonly code: string }[]
  readonly asked: OpeningAsked
}

/** Who would be given more time, before it is. */
export function confirmPage({ code, title }: FoundCollection, { returns, asked }: Chosen): ConfirmPage {
  const { untilDay, reason, sections } = asked
  const many = counted(returns.length, 'organisation')
  const path = `/network/collections/${code}/openings`
  return {
    title: `Give ${many} more time ${untilWords(untilDay)}?`,
    caption: title,
    breadcrumbs: [
      { text: 'Responses', href: `/network/collections/${code}` },
      { text: 'Extensions and reopenings', href: path },
      { text: 'Confirm' },
    ],
    action: path,
    form: randomUUID(),
    facts: [
      { key: { text: 'Sections' }, value: { text: sectionsInWords(sections) } },
      { key: { text: 'Reason, which they read' }, value: { text: reason } },
    ],
    who: `${many}. Those who prepare and sign their returns get a letter.`,
    organisations: returns.map((each) => `${each.name} (${each.code})`),
    fields: [
      { name: 'until', value: untilDay },
      { name: 'reason', value: reason },
      { name: 'chosen', value: returns.map(({ id }) => id).join(',') },
      ...sections.map((section) => ({ name: 'sections', value: section })),
    ],
    button: `Give ${many} more time`,
    back: path,
  }
}
