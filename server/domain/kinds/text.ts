import { charactersOf, quoted, type Kind, type Parsed } from './kind'
import { readable } from './number'

export interface TextBox {
  readonly kind: 'text'
  /** In characters: an emoji is one, and so is a letter with its accent. */
  readonly min: number
  readonly max: number
  /** More than one line. */
  readonly long?: true
  /** A pattern to keep to, and the same in words: "must be 3 digits". */
  readonly like?: { readonly pattern: string; readonly says: string }
}

export const text: Kind<TextBox, string> = {
  parse(box, typed) {
    const lines = typed.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
    const value = (box.long ? lines : lines.replaceAll('\n', ' ')).normalize('NFC')
    return lengthProblem(box, value) ?? shapeProblem(box, value) ?? { ok: true, value }
  },
  format: (_box, value) => value,
  typed: (_box, value) => value,
}

function lengthProblem({ min, max }: TextBox, value: string): Parsed<string> | undefined {
  const length = charactersOf(value).length
  if (length < min) {
    return { ok: false, problem: `must be at least ${min} characters long. You gave ${readable(length)}` }
  }
  if (length > max) {
    return { ok: false, problem: `must be at most ${readable(max)} characters long. You gave ${readable(length)}` }
  }
  return undefined
}

/** Characters that cannot be seen, and that a database or a workbook cannot keep. */
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/u

function shapeProblem({ like }: TextBox, value: string): Parsed<string> | undefined {
  if (UNSEEN.test(value)) return { ok: false, problem: 'has a character that cannot be kept. Type it again' }
  if (like && !new RegExp(like.pattern).test(value)) {
    return { ok: false, problem: `${like.says}. You gave ${quoted(value)}` }
  }
  return undefined
}
