import type { RefusedFile } from './refusals'
import type { SentFile } from '../domain/returns/sentFile'

export type FileRead = { readonly kind: 'read'; readonly file: SentFile } | RefusedFile
