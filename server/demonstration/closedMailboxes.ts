import { employers, personWith } from './employers'
import { leaverOf } from './newContacts'
import { startsAt } from './collection'
import { comesBack } from './writingToMany'

/** One of those named this morning has an address with a slip in it, as the first letter to it will show. */
const mistyped = employers.filter((employer) => leaverOf(employer, startsAt)).slice(2, 3)

const answers: ReadonlyMap<string, string> = new Map([
  ...employers.flatMap((employer) => {
    const back = comesBack(employer, startsAt)
    return back === undefined ? [] : [[personWith(employer, 'preparer').email, back] as const]
  }),
  ...mistyped.map((employer) => [personWith(employer, 'preparer').email, '550 5.1.1 No such mailbox here'] as const),
])

/** What the mail server of an invented employer answers to a letter that nobody there can get; undefined where somebody can. */
export const refusalOf = (address: string): string | undefined => answers.get(address)
