import type { OpeningKind } from '../domain/collections/opening'
import type { EmployerRole } from '../domain/people/roles'
import type { Letter, LetterKind, Recipient } from '../domain/post/letter'
import type { Typed } from '../domain/survey/readSection'
import type { AboutReturn } from './aboutReturn'
import { extended } from './extended'
import { reopened, type Opened } from './reopened'
import { requestGranted } from './requestAnswered'

interface Reader extends Recipient {
  readonly role: EmployerRole
}

/** A request that has been granted by opening the return. */
interface Granted {
  readonly id: string
  readonly askedById: string
  readonly typed: Typed
}

interface Readers<R extends Reader> {
  /** Everybody of the employer. */
  readonly people: readonly R[]
  readonly granted: readonly Granted[]
}

interface OpeningLetter<R extends Reader> {
  readonly kind: LetterKind
  /** Of one request it is sent once. */
  readonly cause?: string
  readonly letter: Letter
  readonly to: readonly R[]
}

const general = {
  extension: { kind: 'extended', write: extended },
  reopening: { kind: 'reopened', write: reopened },
} as const

/**
 * The letters by which an employer is told that its return is open, or open for longer: whoever asked, that it has been
 * granted; the others who prepare and sign, that it is so.
 */
export function openingLetters<R extends Reader>(
  opening: OpeningKind,
  about: AboutReturn,
  opened: Opened,
  { people, granted }: Readers<R>,
): OpeningLetter<R>[] {
  const { kind, write } = general[opening]
  const asked = new Set(granted.map(({ askedById }) => askedById))
  const others = people.filter(({ id, role }) => role !== 'contributor' && !asked.has(id))
  return [
    ...granted.map((request) => ({
      kind: 'request_granted' as const,
      cause: `request_granted:${request.id}`,
      letter: requestGranted(about, { ...opened, typed: answersIn(request.typed) }),
      to: people.filter(({ id }) => id === request.askedById),
    })),
    { kind, letter: write(about, opened), to: others },
  ]
}

/** In how many boxes something was typed. */
export const answersIn = (typed: Typed): number =>
  new Set(Object.keys(typed).map((name) => name.replace(/!nc$/, ''))).size
