import { drawing } from '../draw'
import type { LetterPage } from './letterPage'
import type { PostPage } from './postPage'

export const draw = drawing<{ 'post/list': PostPage; 'post/letter': LetterPage }>()
