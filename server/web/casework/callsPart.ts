import type { Chasing } from '../../db/chasing'
import type { ContactMade } from '../../db/contacts'
import { contactKinds, lateReasons } from '../../domain/chasing/contacts'
import { contactWords } from '../../domain/chasing/contactWords'
import { promiseInWords } from '../../domain/chasing/promiseInWords'
import { momentInWords } from '../../domain/collections/calendar'
import { isAmong, type StaffRole } from '../../domain/people/roles'
import type { FoundReturn } from '../../db/foundReturn'
import type { Link } from '../chrome'
import { problemAt, type Typed } from '../forms'
import type { CallTyped } from './callForm'

/** Calls and notes on the page of a return, and the form for another. */
export interface CallsPart {
  /** What is promised, where something is. */
  readonly promise: string | undefined
  readonly calls: readonly {
    readonly id: string
    readonly what: string
    readonly when: string
    readonly more: readonly string[]
    /** Where it is put right. */
    readonly correct: Link | undefined
  }[]
  readonly form: CallFields | undefined
  /** The list that forms lead back to. */
  readonly back: string
}

type Message = { readonly text: string } | undefined

interface CallFields {
  readonly action: string
  readonly heading: string
  readonly button: string
  /** The earlier one that this will put right. */
  readonly corrects: string
  readonly back: string
  readonly isOpen: boolean
  readonly kinds: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  readonly reasons: readonly { readonly value: string; readonly text: string }[]
  readonly typed: {
    readonly said: string
    readonly spokeTo: string
    readonly reason: string
    readonly promised: string
    readonly noPromise: boolean
  }
  readonly problems: {
    readonly kind: Message
    readonly said: Message
    readonly spokeTo: Message
    readonly reason: Message
    readonly promised: Message
    readonly noPromise: Message
  }
}

interface Seen {
  readonly found: Pick<FoundReturn, 'id' | 'status' | 'now'>
  readonly staffRole: StaffRole
  readonly contacts: readonly ContactMade[]
  readonly chasing: Chasing
  /** The id of the one that is to be put right, as the address asks. */
  readonly correcting: string
  readonly back: string
}

/** The calls and notes of a return, and the form for another. */
export const callsPart = (seen: Seen, sent?: CallTyped): CallsPart => ({
  promise: promiseInWords({ ...seen.chasing, status: seen.found.status }, seen.found.now),
  calls: seen.contacts.map((contact) => {
    const { did, more } = contactWords(contact)
    const href = `/network/returns/${seen.found.id}?correcting=${contact.id}#call`
    return {
      id: `call-${contact.id}`,
      what: `${contact.by} ${did}`,
      when: momentInWords(contact.decidedAt),
      more: [...more, ...corrections(contact, seen.contacts)],
      correct: mayWrite(seen.staffRole) && contact.corrects === null ? { text: 'Correct this', href } : undefined,
    }
  }),
  form: mayWrite(seen.staffRole) ? callFields(seen, sent) : undefined,
  back: seen.back,
})

const mayWrite = (role: StaffRole): boolean => isAmong(role, ['network'])

const corrections = ({ id }: ContactMade, all: readonly ContactMade[]): string[] =>
  all.filter(({ corrects }) => corrects === id).map(({ said }) => `Corrected since: ${said}`)

function callFields({ found, contacts, ...seen }: Seen, sent: CallTyped | undefined): CallFields {
  const { typed = {}, problems = [] } = sent ?? {}
  const wrong = contacts.find(({ id }) => String(id) === (typed.corrects ?? seen.correcting))
  return {
    action: `/network/returns/${found.id}/calls`,
    ...purposeOf(wrong),
    back: typed.back ?? seen.back,
    isOpen: sent !== undefined || wrong !== undefined,
    kinds: kindsOf(typed.kind ?? wrong?.kind ?? 'call'),
    reasons,
    typed: typedBefore(typed),
    problems: problemsOf(problems),
  }
}

const purposeOf = (wrong: ContactMade | undefined): Pick<CallFields, 'heading' | 'button' | 'corrects'> =>
  wrong
    ? {
        heading: `Correct what was noted at ${momentInWords(wrong.decidedAt)}`,
        button: 'Save the correction',
        corrects: String(wrong.id),
      }
    : { heading: 'Log a call, an email or a note', button: 'Save this', corrects: '' }

const kindsOf = (chosen: string): CallFields['kinds'] =>
  Object.entries(contactKinds).map(([value, text]) => ({ value, text, checked: value === chosen }))

const reasons = [
  { value: '', text: 'Not said' },
  ...Object.entries(lateReasons).map(([value, text]) => ({ value, text })),
]

function typedBefore(typed: Typed): CallFields['typed'] {
  const at = (name: string) => typed[name] ?? ''
  const [said, spokeTo, reason, promised] = [at('said'), at('spoke_to'), at('reason'), at('promised')]
  return { said, spokeTo, reason, promised, noPromise: at('no_promise') !== '' }
}

function problemsOf(problems: CallTyped['problems']): CallFields['problems'] {
  const at = (name: string) => problemAt(problems, name)
  return {
    kind: at('kind'),
    said: at('said'),
    spokeTo: at('spoke_to'),
    reason: at('reason'),
    promised: at('promised'),
    noPromise: at('no_promise'),
  }
}

/** Problems as the summary at the top of the page lists them. */
export const callProblems = ({ problems }: CallTyped): Link[] =>
  problems.map(({ address, says }) => ({ text: says, href: `#call-${address}` }))
