import type { OpeningKind } from '../domain/collections/opening'
import type { Letter, LetterKind } from '../domain/post/letter'
import type { AboutReturn } from './aboutReturn'
import { extended } from './extended'
import { reopened, type Opened } from './reopened'

const kinds = {
  extension: { kind: 'extended', write: extended },
  reopening: { kind: 'reopened', write: reopened },
} as const

/** The letter by which an employer is told that its return is open, or open for longer. */
export function openingLetter(
  kind: OpeningKind,
  about: AboutReturn,
  opened: Opened,
): { readonly kind: LetterKind; readonly letter: Letter } {
  return { kind: kinds[kind].kind, letter: kinds[kind].write(about, opened) }
}
