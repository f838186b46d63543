import type { UpTo } from '../domain/survey/definition'
import { cell, type Expression } from '../domain/survey/expression'

/** No column of people may count more than `base.hc`, and no column of WTE more than `base.wte`. */
export const upToBoth = (base: string, called: string): UpTo => ({
  hc: { figure: cell(`${base}.hc`), called },
  wte: { figure: cell(`${base}.wte`), called: `the WTE of ${called}` },
})

/** Of a table that counts only people. */
export const upToPeople = (figure: Expression | string, called: string): UpTo => ({ hc: bound(figure, called) })

/** Of a question with a single box. */
export const upTo = (figure: Expression | string, called: string): UpTo => ({ '': bound(figure, called) })

const bound = (figure: Expression | string, called: string) => ({
  figure: typeof figure === 'string' ? cell(figure) : figure,
  called,
})
