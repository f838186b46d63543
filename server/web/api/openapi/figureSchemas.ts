import { reasons } from '../../../domain/benchmarks/reasonsInWords'
import { subjects, scales } from '../../../domain/benchmarks/subjects'
import { count, listOf, moment, named, oneOf, orNull, pageOf, text, whole, type Schema } from './schema'

const shown = (description: string): Schema => ({ ...named('Shown'), description })

const release = {
  number: { type: 'integer', minimum: 1, description: 'The first of a collection is 1.' },
  kind: oneOf(['provisional', 'final']),
} as const satisfies Readonly<Record<string, Schema>>

/** What figures look like: rounded already, or withheld with the reason. */
export const figureSchemas: Readonly<Record<string, Schema>> = {
  Release: whole({
    ...release,
    made_at: moment('When the returns were as it says.'),
    published_at: moment('When employers were let see it.'),
    submissions: count('How many are in it.'),
    changed: listOf(text('Against the release before, in sentences.')),
    sha256: text('Of all that is in it.'),
  }),
  Releases: pageOf('Release'),
  Shown: whole({
    value: {
      type: ['number', 'null'],
      description: 'As it is written everywhere; null where it is withheld or not told.',
    },
    withheld: {
      type: ['string', 'null'],
      enum: [...Object.keys(reasons)],
      description: 'Why there is no value; not_told where such a figure is never told.',
    },
  }),
  Figure: whole({
    group: text('type:nhs_trust, region:nhs_trust:Y56, all.'),
    organisations: count('How many have it.'),
    median: shown('Of organisations.'),
    lower_quartile: shown('Of organisations.'),
    upper_quartile: shown('Of organisations.'),
    mean: shown('Of organisations, each counting once.'),
    least: shown('In whole numbers.'),
    greatest: shown('In whole numbers.'),
    all_together: shown('What all count over what they count it out of.'),
    counted: shown('What all count together.'),
    out_of: shown('What they count it out of.'),
  }),
  Indicator: whole({
    release: count('The number of the release.'),
    code: text('ind_vacancy_rate; _hc at its end where it is reckoned on people.'),
    label: text(),
    says: text('What is counted, and out of what.'),
    topic: text(),
    subject: oneOf(subjects),
    scale: oneOf(scales),
    note: orNull(text('What must be known to read it.')),
    figures: listOf(named('Figure')),
  }),
  Indicators: pageOf('Indicator'),
  TableOfGroup: whole({
    group: text(),
    organisations: count('How many are in it.'),
    rows: listOf(whole({ code: text(), people: named('Shown') })),
    all: shown('People in all rows.'),
  }),
  Table: whole({
    release: count('The number of the release.'),
    code: text('The question.'),
    label: text(),
    rows: listOf(whole({ code: text(), label: text() })),
    groups: listOf(named('TableOfGroup')),
  }),
  Tables: pageOf('Table'),
}
