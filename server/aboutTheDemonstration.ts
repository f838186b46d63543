import { statuses, type ReturnStatus } from './domain/returns/lifecycle'

const accounts = [
  ['preparer@thornmere-trust.example', 'preparer of an NHS trust'],
  ['contributor@thornmere-trust.example', 'contributor there, section F only'],
  ['signatory@thornmere-trust.example', 'signatory there'],
  ['preparer@eastvale-council.example', 'preparer of a council'],
  ['preparer@wrenbrook-trust.example', 'preparer of another trust'],
  ['signatory@wrenbrook-trust.example', 'signatory there'],
  ['network@benchmarking.example', 'network: chasing, questions, requests'],
  ['analyst@benchmarking.example', 'analyst: figures, exports'],
  ['admin@benchmarking.example', 'admin: everything'],
] as const

/** How the return stands that somebody was asked for last, by their address. */
export type Standings = ReadonlyMap<string, ReturnStatus>

/** Whom one may be in the demonstration, how their returns stand, and what time it is there. */
export const aboutTheDemonstration = (now: string, standings: Standings): string =>
  [
    '',
    `This is a demonstration, with invented employers and figures. It is ${now} there.`,
    'Sign in as one of these, with the password "demonstration":',
    ...accounts.map(([email, is]) => `  ${email.padEnd(37)} ${is}${standingOf(standings.get(email))}`),
    '',
    'Ctrl-C stops it. What you have done is kept.',
    '',
  ].join('\n')

const standingOf = (status: ReturnStatus | undefined): string =>
  status === undefined ? '' : `; their return: ${statuses[status].toLowerCase()}`
