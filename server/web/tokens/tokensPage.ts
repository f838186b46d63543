import type { Token } from '../../db/tokens'
import { dayInWords, momentInWords } from '../../domain/collections/calendar'
import { lifetimes, scopes, type TokenState } from '../../domain/tokens/scopes'
import type { Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'
import type { TokenTyped } from './tokenForm'

interface Line {
  readonly name: string
  readonly reads: string
  readonly made: string
  readonly used: string
  readonly state: string
  /** Where it is revoked; undefined once it does not work. */
  readonly revocation: string | undefined
}

interface Option {
  readonly value: string
  readonly text: string
  readonly checked?: boolean
  readonly selected?: boolean
}

export interface TokensPage extends Page {
  readonly lines: readonly Line[]
  readonly document: string
  readonly name: { readonly value: string; readonly problem: { readonly text: string } | undefined }
  readonly scopes: { readonly items: readonly Option[]; readonly problem: { readonly text: string } | undefined }
  readonly days: { readonly items: readonly Option[]; readonly problem: { readonly text: string } | undefined }
}

const nothingTyped: TokenTyped = { typed: {}, scopes: [], problems: [] }

/** The tokens there have been, and the form to make another. */
export function tokensPage(tokens: readonly Token[], publicUrl: string, sent = nothingTyped): TokensPage {
  const { typed, problems } = sent
  const days = typed.days ?? '90'
  return {
    title: 'Tokens',
    breadcrumbs: [{ text: 'Administration', href: '/admin' }, { text: 'Tokens' }],
    problems: summaryOf(problems),
    lines: tokens.map(lineOf),
    document: `${publicUrl}/api/v1/openapi.json`,
    name: { value: typed.name ?? '', problem: problemAt(problems, 'name') },
    scopes: {
      items: Object.entries(scopes).map(([value, text]) => ({ value, text, checked: sent.scopes.includes(value) })),
      problem: problemAt(problems, 'scopes'),
    },
    days: {
      items: Object.entries(lifetimes).map(([value, text]) => ({ value, text, selected: value === days })),
      problem: problemAt(problems, 'days'),
    },
  }
}

function lineOf(token: Token): Line {
  const { id, name, state, madeBy, decidedAt, usedAt } = token
  return {
    name,
    reads: token.scopes.join(', '),
    made: `${madeBy}, ${dayInWords(decidedAt)}`,
    used: usedAt ? momentInWords(usedAt) : 'Never',
    state: stateWords[state](token),
    revocation: state === 'works' ? `/admin/tokens/${id}/revocation` : undefined,
  }
}

const stateWords: Readonly<Record<TokenState, (token: Token) => string>> = {
  works: ({ expiresAt }) => `Works until ${dayInWords(expiresAt)}`,
  expired: ({ expiresAt }) => `Ended on ${dayInWords(expiresAt)}`,
  revoked: ({ revokedBy }) => `Revoked by ${revokedBy ?? 'somebody'}`,
}
