import { checkbox } from '../../../server/domain/kinds/checkbox'

const read = (typed: string) => checkbox.parse({ kind: 'checkbox' }, typed)

describe('a box to tick', () => {
  test.each(['yes', 'Yes', 'on', 'true', '1'])('is ticked by %s', (typed) => {
    expect(read(typed)).toEqual({ ok: true, value: true })
  })

  test.each(['no', 'false', '0', '', 'maybe'])('is not ticked by %j, nor is there a “no” to keep', (typed) => {
    expect(read(typed)).toEqual({ ok: false, problem: `must be ticked or left alone. You gave “${typed}”` })
  })
})
