import type { Box } from '../domain/kinds'
import { readable } from '../domain/kinds/number'
import type { OrganisationBox } from '../domain/kinds/organisation'
import type { TextBox } from '../domain/kinds/text'

/** What may be written in a box, in words short enough for a column; what the column is called is not said again. */
export function givesWords(box: Box, called = ''): string {
  switch (box.kind) {
    case 'integer':
      return `A whole number, ${readable(box.min)} to ${readable(box.max)}${unitOf(box.unit, called)}`
    case 'decimal':
      return `A number, ${readable(box.min, box.places)} to ${readable(box.max, box.places)}${unitOf(box.unit, called)}`
    case 'choice':
      return 'Choose from the list'
    case 'choices':
      return `One or more, with | between: ${box.options.map(({ label }) => label).join(' | ')}`
    case 'checkbox':
      return 'Yes, or leave it empty'
    case 'text':
      return textWords(box)
    case 'organisation':
      return organisationWords(box)
    case 'email':
      return 'An email address'
    case 'telephone':
      return 'A telephone number'
    case 'date':
      return 'A date, like 2020-02-10'
    case 'moment':
      return 'A date and time'
  }
}

const unitOf = (unit: string | undefined, called: string): string =>
  unit === undefined || unit.toLowerCase() === called.toLowerCase() ? '' : ` (${unit})`

const textWords = ({ min, max }: TextBox): string =>
  min > 1 ? `Words, ${readable(min)} to ${readable(max)} characters` : `Words, up to ${readable(max)} characters`

const organisationWords = ({ most }: OrganisationBox): string =>
  most === undefined
    ? 'An organisation from the list, or its code'
    : `The codes of up to ${most} organisations, with | between`
