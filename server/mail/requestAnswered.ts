import type { Letter } from '../domain/post/letter'
import { byWhen, closes, pageOf, returnOf, type AboutReturn } from './aboutReturn'
import { sectionsOpened, type Opened } from './reopened'

interface Granted extends Opened {
  /** How many answers came too late and can now be put in. */
  readonly typed: number
}

const lateWords = (typed: number): string[] =>
  typed === 0
    ? []
    : [
        typed === 1
          ? 'The answer that came too late is not part of the return yet. You can put it in with one press.'
          : `The ${typed} answers that came too late are not part of the return yet. You can put them in with one press.`,
      ]

/** Tells whoever asked for more time, or to have a return back, that it has been granted. */
export const requestGranted = (about: AboutReturn, { typed, ...opened }: Granted): Letter => ({
  subject: `${about.organisation}: what you asked for has been granted`,
  paragraphs: [
    `${returnOf(about)} is open${byWhen(about) === undefined ? '' : ` until ${byWhen(about) ?? ''}`}. The reason given: ${opened.reason}`,
    sectionsOpened(opened),
    ...lateWords(typed),
    ...closes(about, (when) => `Please complete it, and have it signed and submitted, by ${when}.`),
  ],
  button: { text: 'Go to the return', href: pageOf(about) },
})

interface Refused {
  readonly reason: string
  readonly asked: string
  readonly typed: number
}

/** Tells them that it has been refused, and why. */
export const requestRefused = (about: AboutReturn, { reason, asked, typed }: Refused): Letter => ({
  subject: `${about.organisation}: what you asked for was refused`,
  paragraphs: [
    `${returnOf(about)}: you asked for more time, or to have it back:`,
    asked,
    'We cannot grant this. The reason given:',
    reason,
    ...(typed === 0
      ? []
      : ['What came too late is not part of the return. It can still be read, and copied, with your request.']),
  ],
  button: { text: 'See your request', href: pageOf(about, '/reopening-requests') },
})
