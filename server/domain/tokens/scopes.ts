/** What a token may let another system read. */
export type Scope = 'collections' | 'organisations' | 'returns' | 'answers' | 'figures' | 'metrics'

export const scopes = {
  collections: 'Collections: when they open and close, and how many have answered',
  organisations: 'Organisations: the register',
  returns: 'Returns: how far each has got, and when it was sent',
  answers: 'Answers: everything that was said in submissions',
  figures: 'Figures: what published releases say of groups of organisations',
  metrics: 'Metrics: how many requests this service answers, how fast, and what memory it takes',
} as const satisfies Record<Scope, string>

/** Whether a word names something a token may read. */
export const isScope = (given: string): given is Scope => Object.hasOwn(scopes, given)

/** For how many days a token may be made. */
export const lifetimes = { '30': '30 days', '90': '90 days', '365': 'A year' } as const

/** Whether a word names a time for which a token is good. */
export const isLifetime = (given: string): given is keyof typeof lifetimes => Object.hasOwn(lifetimes, given)

/** How a token stands, by real time. */
export type TokenState = 'works' | 'expired' | 'revoked'
