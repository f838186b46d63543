import type { Published } from '../../domain/benchmarks/published'
import { written } from '../../domain/benchmarks/written'
import type { Released } from './released'

/** A figure that was published elsewhere, with where: it stands apart from what was collected. */
export interface PublishedLine {
  readonly says: string
  readonly figure: string
  readonly source: string
  readonly note: string
}

/** A figure that somebody else published, with its source and date. */
export const publishedLine = ({ label, value, unit, source, date, note }: Published): PublishedLine => ({
  says: label,
  figure: unit === 'per cent' ? `${value}%` : `${value.toLocaleString('en-GB')} ${unit}`,
  source: `${source} (${date}).`,
  note: note ?? '',
})

export interface BesideLine {
  readonly says: string
  readonly figure: string
  readonly of: string
}

/** Our figures as shares of somebody else's, in whole per cent. */
export const besideLines = ({ release }: Pick<Released, 'release'>): BesideLine[] =>
  release.methods.besides.map(({ label, percent, of }) => ({
    says: label,
    figure: written({ scale: 'percent', decimals: 0 }, 'pooled', percent),
    of: `${of.label}: ${publishedLine(of).figure}, ${of.source}`,
  }))
