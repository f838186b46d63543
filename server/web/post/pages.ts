import { drawing } from '../draw'
import type { BouncingLine } from './bouncingLines'
import type { LetterPage } from './letterPage'
import type { PostPage } from './postPage'

export const draw = drawing<{
  'post/list': PostPage & { readonly bouncing: readonly BouncingLine[] }
  'post/letter': LetterPage
}>()
