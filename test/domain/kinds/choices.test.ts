import { choices, type ChoicesBox } from '../../../server/domain/kinds/choices'

const box: ChoicesBox = {
  kind: 'choices',
  options: [
    { value: 'started', label: 'An agreement started' },
    { value: 'ended_by_la', label: 'Ended by the council' },
    { value: 'no_change', label: 'No change', exclusive: true },
  ],
}

describe('several choices', () => {
  test.each([
    ['started', ['started']],
    ['ended_by_la|started', ['started', 'ended_by_la']],
    ['Ended by the council | an agreement started', ['started', 'ended_by_la']],
    ['started|started', ['started']],
    ['|started|', ['started']],
    ['', []],
    ['|', []],
  ])('%j are kept in the order they are offered, each once', (typed, value) => {
    expect(choices.parse(box, typed)).toEqual({ ok: true, value })
  })

  test.each([
    ['started|stopped', 'stopped'],
    ['started, ended_by_la', 'started, ended_by_la'],
    ['Unknown|started', 'Unknown'],
  ])('%s are refused for the one that is not offered', (typed, stranger) => {
    expect(choices.parse(box, typed)).toEqual({
      ok: false,
      problem: `must be among the choices. You gave “${stranger}”`,
    })
  })

  test('that exclude each other are kept: that they disagree is said by a rule', () => {
    expect(choices.parse(box, 'started|no_change')).toEqual({ ok: true, value: ['started', 'no_change'] })
  })

  test('are said by their labels', () => {
    expect(choices.format(box, ['started', 'no_change'])).toBe('An agreement started; No change')
    expect(choices.format(box, [])).toBe('')
  })
})
