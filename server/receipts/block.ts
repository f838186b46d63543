import type { Weight } from './fonts'

/** What a paper is made of, one beneath the other. */
export type Block = HeadingBlock | ParagraphBlock | TableBlock

export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly text: string
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly text: string
  readonly weight?: Weight
}

/** Lines that each begin with what they are about. */
export interface TableBlock {
  readonly kind: 'table'
  /** The words over the columns, the first one's included; none where the lines say all. */
  readonly columns: readonly ColumnHead[]
  readonly rows: readonly (readonly string[])[]
}

export interface ColumnHead {
  readonly label: string
  /** Stands to the right. */
  readonly isFigure: boolean
}
