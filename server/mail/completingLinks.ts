import type { Letter } from '../domain/post/letter'
import type { Mailer } from './posting'

/** A mailer that completes the links of letters at the last moment: in the post, which is kept, they are not. */
export const completingLinks = (mailer: Mailer, complete: (letter: Letter) => Letter): Mailer => ({
  ...mailer,
  post: (letter) => mailer.post({ ...letter, letter: complete(letter.letter) }),
})
