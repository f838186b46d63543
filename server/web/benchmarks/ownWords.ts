import { contributionTo } from '../../domain/benchmarks/contribution'
import type { Indicator } from '../../domain/benchmarks/indicator'
import { whatIsMissing, type Lacking } from '../../domain/benchmarks/whatIsMissing'
import { NOT_APPLICABLE, NOT_COLLECTED, ownWritten } from '../../domain/benchmarks/written'
import type { Seen } from './seen'

/** An organisation's own figure, or why it has none and what would mend that. */
export interface Own {
  readonly value: number | undefined
  /** "5.9%", "NC", "-"; "Yes" or "No" of what organisations do. */
  readonly text: string
  readonly why: string
  /** Whether the employer can mend it by correcting the return. */
  readonly canMend: boolean
}

/** An employer's own figure of an indicator, in words; where it has none, why, and whether it could still have one. */
export function ownOf(indicator: Indicator, { own, sheet }: Pick<Seen, 'own' | 'sheet'>): Own {
  if (indicator.compares === 'quality' && indicator.of === 'responded') return HAS_RESPONDED
  const mine = own.get(indicator.code)
  if (mine) {
    const isDoing = indicator.compares === 'organisations'
    const text = isDoing ? (mine.rate > 0 ? 'Yes' : 'No') : ownWritten(indicator, mine.rate)
    return { value: isDoing ? undefined : mine.rate, text, why: '', canMend: false }
  }
  const found = contributionTo(indicator, sheet)
  const because = found.kind === 'missing' ? found.because : 'not_known'
  if (because === 'not_known') return lacking(whatIsMissing(indicator, sheet))
  return { value: undefined, text: NOT_APPLICABLE, why: whys[because], canMend: false }
}

/** Whoever is in a release has. */
const HAS_RESPONDED: Own = { value: undefined, text: 'Yes', why: '', canMend: false }

const whys = {
  another_type: 'You are not asked for it.',
  left_out: 'Your figures are not of the kind that is compared here, by what you answered.',
  nothing_below: 'You have nothing to set it against: there is no share of nobody.',
  too_few_below: 'You have too few for this to mean anything.',
} as const

function lacking({ why, questions }: Lacking): Own {
  const named = questions
    .slice(0, 2)
    .map((question) => `“${question.replace(/[?.]$/, '')}”`)
    .join(' and ')
  const more = questions.length > 2 ? ` and ${questions.length - 2} more` : ''
  switch (why) {
    case 'not_collected':
      return {
        value: undefined,
        text: NOT_COLLECTED,
        why: `You said that you do not collect ${named}${more}.`,
        canMend: true,
      }
    case 'unanswered':
      return { value: undefined, text: 'Not answered', why: `You left ${named}${more} empty.`, canMend: true }
    case 'not_asked':
      return {
        value: undefined,
        text: NOT_APPLICABLE,
        why: 'You were not asked for it, because of what you are or what you answered.',
        canMend: false,
      }
  }
}
