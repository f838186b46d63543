import { GIVE_UP_AFTER_HOURS, minutesUntilNextTry } from '../../../server/domain/post/retries'
import { whyNotNeeded, type LetterStanding } from '../../../server/domain/post/needed'
import { stateInWords, type LetterFate } from '../../../server/domain/post/stateInWords'
import type { ReturnStatus } from '../../../server/domain/returns/lifecycle'

describe('a letter that could not be sent', () => {
  it('waits twice as long each time, and never more than an hour', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 50].map(minutesUntilNextTry)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  })

  it('is given up after two days', () => {
    expect(GIVE_UP_AFTER_HOURS).toBe(48)
  })
})

describe('a letter whose turn has come', () => {
  const standing = (kind: string, status: ReturnStatus, differing: Partial<LetterStanding> = {}): LetterStanding => ({
    kind,
    about: { status, open: true },
    readerLeft: false,
    readerBelongs: true,
    readerBounces: false,
    telling: null,
    told: [],
    despiteGap: false,
    questionsWait: true,
    overtaken: false,
    ...differing,
  })

  it.each<[string, ReturnStatus, boolean]>([
    ['reminder', 'not_started', true],
    ['reminder', 'in_progress', true],
    ['reminder', 'reopened', true],
    ['reminder', 'awaiting_signature', false],
    ['reminder', 'submitted', false],
    ['reminder', 'nil', false],
    ['reminder', 'declined', false],
    ['signature_reminder', 'awaiting_signature', true],
    ['signature_reminder', 'in_progress', false],
    ['signature_reminder', 'submitted', false],
    ['signature_requested', 'awaiting_signature', true],
    ['signature_requested', 'in_progress', false],
    ['submitted', 'submitted', true],
    ['reopened', 'submitted', true],
  ])('%s about a return that is %s: goes %s', (kind, status, goes) => {
    expect(whyNotNeeded(standing(kind, status)) === undefined).toBe(goes)
  })

  it('does not ask for anything once the return has closed, but still tells', () => {
    const closed = { about: { status: 'in_progress', open: false } } as const
    expect(whyNotNeeded(standing('reminder', 'in_progress', closed))).toBe('The return had closed before it was sent.')
    expect(whyNotNeeded(standing('extended', 'in_progress', closed))).toBeUndefined()
  })

  it('does not go to somebody who has left, whatever it says', () => {
    expect(whyNotNeeded(standing('submitted', 'submitted', { readerLeft: true }))).toBeDefined()
  })

  it('reminds of questions about figures however the return stands, while they wait for an answer', () => {
    const closed = { about: { status: 'submitted', open: false } } as const
    expect(whyNotNeeded(standing('query_reminder', 'submitted', closed))).toBeUndefined()
    expect(whyNotNeeded(standing('query_reminder', 'submitted', { questionsWait: false }))).toBe(
      'The questions had been answered before it was sent.',
    )
    expect(whyNotNeeded(standing('query_reminder', 'submitted', { readerBounces: true }))).toBeDefined()
  })

  it('does not remind after a later reminder', () => {
    expect(whyNotNeeded(standing('reminder', 'in_progress', { overtaken: true }))).toBeDefined()
  })

  it('goes when it is about no return', () => {
    expect(whyNotNeeded(standing('invitation', 'not_started', { about: null }))).toBeUndefined()
  })
})

describe('what is said of a letter', () => {
  const fate: LetterFate = { state: 'waiting', stateReason: null, tries: 0, postedAt: null }
  const postedAt = new Date('2020-02-03T09:00:02Z')

  it.each<[Partial<LetterFate>, string]>([
    [{}, 'Waiting for its turn, which comes within seconds.'],
    [{ tries: 1, stateReason: 'Busy.' }, 'Not sent yet, tried once. It is tried again. Busy.'],
    [{ tries: 3, stateReason: 'Busy.' }, 'Not sent yet, tried 3 times. It is tried again. Busy.'],
    [{ state: 'sent', postedAt }, 'Sent at 9:00am on Monday 3 February 2020.'],
    [{ state: 'failed', stateReason: 'No such person.' }, 'Not sent, and not tried again. No such person.'],
    [{ state: 'not_needed', stateReason: 'Closed.' }, 'Not sent, because it was not needed any more. Closed.'],
  ])('%j: %s', (differing, says) => {
    expect(stateInWords({ ...fate, ...differing })).toBe(says)
  })
})
