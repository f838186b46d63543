import { choice, type ChoiceBox } from '../../../server/domain/kinds/choice'

const box: ChoiceBox = {
  kind: 'choice',
  options: [
    { value: 'team_manager', label: 'Team manager' },
    { value: 'asye', label: 'ASYE' },
    { value: 'other', label: 'None of these' },
    { value: 'none', label: 'Other' },
  ],
}

describe('a choice', () => {
  test.each([
    ['team_manager', 'team_manager'],
    ['Team manager', 'team_manager'],
    ['TEAM MANAGER', 'team_manager'],
    ['asye', 'asye'],
  ])('%s means %s, by its code or by its label', (typed, value) => {
    expect(choice.parse(box, typed)).toEqual({ ok: true, value })
  })

  test('is what its code says, even where another is labelled so', () => {
    expect(choice.parse(box, 'other')).toEqual({ ok: true, value: 'other' })
    expect(choice.parse(box, 'Other')).toEqual({ ok: true, value: 'none' })
  })

  test.each(['', 'manager', 'Team manager|ASYE', 'TEAM_MANAGER', '__proto__'])('is not %j', (typed) => {
    expect(choice.parse(box, typed)).toEqual({
      ok: false,
      problem: `must be one of the choices. You gave “${typed}”`,
    })
  })

  test('is said by its label', () => {
    expect(choice.format(box, 'team_manager')).toBe('Team manager')
  })

  test('of an earlier list that is no longer offered is said as it is kept', () => {
    expect(choice.format(box, 'head_of_service')).toBe('head_of_service')
  })
})
