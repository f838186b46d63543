import type { Link, Page } from '../chrome'
import { drawing } from '../draw'
import type { AnswersPage } from './answersPage'
import type { BesidePage } from './besidePage'
import type { BouncingPart } from './bouncingPart'
import type { QueriesPart } from './queriesPart'
import type { RequestsPart } from './requestsPart'
import type { ReturnPage } from './returnPage'

/** Why a return could not be opened, with what was typed. */
export interface NotOpenedPage extends Page {
  readonly reason: string
  readonly typed: readonly { readonly label: string; readonly name: string; readonly value: string }[]
  readonly back: string
}

/** A return that somebody else sees to. */
export interface TakenPage extends Page {
  readonly reason: string
  readonly links: readonly Link[]
}

export const draw = drawing<{
  'casework/return': ReturnPage & {
    readonly bouncing: readonly BouncingPart[]
    readonly asked: RequestsPart
    readonly queries: QueriesPart
  }
  'casework/answers': AnswersPage
  'casework/notOpened': NotOpenedPage
  'casework/beside': BesidePage
  'casework/taken': TakenPage
}>()
