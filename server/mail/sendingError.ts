import type { Posted } from './posting'

/** What the mail server answered, if it did, and during which command. */
interface SendingError {
  readonly answer: string
  readonly responseCode: number | undefined
  readonly command: string
  readonly code: string | undefined
}

const LONGEST_ANSWER = 300

/** Commands that come before any letter is spoken of: what they are refused with is no judgement on the letter. */
const beforeTheLetter = ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'API']

/** Whether a failed try may be followed by another, in words for the network's people. */
export function whatWentWrong(thrown: unknown): Posted {
  const { answer, responseCode, command, code } = readError(thrown)
  if (responseCode === undefined && (code === 'EENVELOPE' || code === 'EMESSAGE')) {
    return { kind: 'refused', why: `It cannot be sent: ${answer}`, noSuchReader: false }
  }
  if (responseCode === undefined || beforeTheLetter.includes(command) || command.startsWith('AUTH')) {
    return { kind: 'delayed', why: `The mail server could not be used: ${answer}`, unreachable: true }
  }
  if (isForGood(responseCode)) {
    return { kind: 'refused', why: `The mail server refused it: ${answer}`, noSuchReader: isReader(command, answer) }
  }
  return { kind: 'delayed', why: `The mail server put it off: ${answer}`, unreachable: responseCode === 421 }
}

/** RFC 5321: 5yz is for good. But 503 is about the order of commands, and another connection may do better. */
const isForGood = (responseCode: number): boolean => responseCode >= 500 && responseCode !== 503

/**
 * Whether it is the reader who was refused, and not the letter or its sender: the answer to RCPT TO, unless it speaks of a
 * policy (RFC 3463, 5.7.x), which would keep out every letter of ours.
 */
const isReader = (command: string, answer: string): boolean => command === 'RCPT TO' && !/\b5\.7\.\d/.test(answer)

function readError(thrown: unknown): SendingError {
  const given = new Map(thrown instanceof Error ? Object.entries(thrown) : [])
  const text = (name: string): string | undefined => {
    const value: unknown = given.get(name)
    return typeof value === 'string' ? value : undefined
  }
  const responseCode: unknown = given.get('responseCode')
  const answer = text('response') ?? (thrown instanceof Error ? thrown.message : String(thrown))
  return {
    answer: answer.replace(/\s+/g, ' ').slice(0, LONGEST_ANSWER),
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    command: text('command') ?? 'CONN',
    code: text('code'),
  }
}
