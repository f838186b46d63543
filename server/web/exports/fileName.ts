/** What a file is called: what it is of, what it holds and the moment it was true, "mhsw-2019-answers-long-2020-02-10T0905Z". */
export const fileName = ({ code }: { readonly code: string }, what: string, asAt: Date): string =>
  `${code}-${what}-${asAt.toISOString().slice(0, 16).replace(':', '')}Z`
