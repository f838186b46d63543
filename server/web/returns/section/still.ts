import type { Question } from '../../../domain/survey/definition'
import { stillToConfirm } from '../../../domain/survey/lastTime'
import { cellInWords } from '../../../domain/reading/cellInWords'
import { problemAt, type Filling } from './filling'

/** "Is this still correct?" */
export interface Still {
  readonly code: string
  /** What was said last time. */
  readonly said: string
  /** Whether somebody has begun to change it, so that its box is shown. */
  readonly isOpen: boolean
}

/** Of a fact that rarely changes: what was said last time, where nothing has been said yet. */
export function stillAt({ code }: Question, filling: Filling): Still | undefined {
  const asked = stillToConfirm(code, filling.sheet)
  if (!asked) return undefined
  const { box } = asked.place
  const said = cellInWords(box, asked.cell, filling.names) ?? ''
  const unit = 'unit' in box ? ` ${box.unit}` : ''
  return { code, said: `${said}${unit}`, isOpen: problemAt(filling, code) !== undefined }
}
