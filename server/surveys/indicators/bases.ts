import type { RatioIndicator } from '../../domain/benchmarks/indicator'
import type { Expression } from '../../domain/survey/expression'
import { ratio } from './made'

/** A share of people, told by a column: `wte` or `hc`. */
export interface Characteristic extends Pick<
  RatioIndicator,
  'label' | 'says' | 'topic' | 'subject' | 'organisations' | 'groups'
> {
  readonly code: string
  readonly part: (column: string) => Expression
  readonly whole: (column: string) => Expression
  readonly headline?: true
}

/**
 * A share on both bases (specification §5.1): whole-time equivalents, as the results of 2019 were published, and people.
 * A return that cannot give WTE drops out of that version only. The people behind both decide what may be shown.
 */
export const onBothBases = ({ part, whole, headline, ...told }: Characteristic): RatioIndicator[] => [
  ratio({
    ...told,
    ...(headline ? { headline } : {}),
    says: `${told.says} Reckoned in whole-time equivalents.`,
    numerator: part('wte'),
    denominator: whole('wte'),
    people: part('hc'),
    peopleBelow: whole('hc'),
    otherBasis: `${told.code}_hc`,
  }),
  ratio({
    ...told,
    code: `${told.code}_hc`,
    label: `${told.label} (people)`,
    says: `${told.says} Reckoned in people.`,
    numerator: part('hc'),
    denominator: whole('hc'),
    otherBasis: told.code,
  }),
]
