const accounts = [
  ['preparer@thornmere-trust.example', 'preparer of an NHS trust, return part filled'],
  ['contributor@thornmere-trust.example', 'contributor there, section F only'],
  ['signatory@thornmere-trust.example', 'signatory there'],
  ['preparer@eastvale-council.example', 'preparer of a council, not started'],
  ['preparer@wrenbrook-trust.example', 'preparer, return complete'],
  ['signatory@wrenbrook-trust.example', 'signatory there: it waits for signature'],
  ['network@benchmarking.example', 'network: chasing, questions, requests'],
  ['analyst@benchmarking.example', 'analyst: figures, exports'],
  ['admin@benchmarking.example', 'admin: everything'],
] as const

/** Whom one may be in the demonstration, and what time it is there. */
export const aboutTheDemonstration = (now: string): string =>
  [
    '',
    `This is a demonstration, with invented employers and figures. It is ${now} there.`,
    'Sign in as one of these, with the password "demonstration":',
    ...accounts.map(([email, is]) => `  ${email.padEnd(37)} ${is}`),
    '',
    'Ctrl-C stops it. What you have done is kept.',
    '',
  ].join('\n')
