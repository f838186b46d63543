import type { RefusedFile } from './refusals'
import type { SentFile } from '../domain/returns/sentFile'

/** What was found in a file, or why it is not taken. */
export type FileRead = { readonly kind: 'read'; readonly file: SentFile } | RefusedFile
