import type { OwnReturn } from '../../db/foundReturn'
import type { Sheet } from '../../domain/survey/sheet'
import type { Link } from '../chrome'
import { mayDo } from './nextStep'

/** What else can be done with a return, of one kind. */
export interface Ways {
  readonly heading: string
  readonly links: readonly Link[]
}

/** Where one can go from the sections of a return, besides to the next thing to do. */
export function waysFrom(found: OwnReturn, sheet: Sheet): Ways[] {
  const at = (path: string) => `/returns/${found.id}/${path}`
  const isSubmitted = found.standingSubmissionId !== null
  const fillsIn = found.role !== 'signatory' || found.alone
  return [
    {
      heading: 'On paper and in a spreadsheet',
      links: [
        { text: 'Print the whole return', href: at('print') },
        { text: 'Blank form', href: at('blank') },
        { text: 'Download as a spreadsheet', href: at('workbook.xlsx') },
        ...(fillsIn ? [{ text: 'Put a spreadsheet back', href: at('workbook') }] : []),
      ],
    },
    {
      heading: 'What has happened',
      links: [
        ...(isSubmitted
          ? [
              { text: 'Receipt', href: at('receipt') },
              { text: 'What has changed', href: at('comparison') },
            ]
          : []),
        { text: 'History', href: at('history') },
        ...(isSubmitted ? [{ text: 'Questions about your figures', href: at('queries') }] : []),
      ],
    },
    {
      heading: 'Colleagues and the network',
      links: [
        ...(found.role === 'preparer' ? [{ text: 'Team', href: '/team' }] : []),
        { text: 'Ask the network', href: at('questions') },
        { text: 'Ask for more time', href: at('reopening-requests') },
        ...(mayDo('ask_to_decline', found, sheet) ? [{ text: 'We cannot take part', href: at('decline') }] : []),
      ],
    },
  ]
}
