import { telephone } from '../../../server/domain/kinds/telephone'

const read = (typed: string) => telephone.parse({ kind: 'telephone' }, typed)

describe('a telephone number', () => {
  test.each([
    '01632 960 001',
    '01632960001',
    '+44 1632 960001',
    '+44 (0)1632 960001',
    '020-7946-0001',
    '01632 960001 x12',
  ])('may be %s, as people set it out', (typed) => {
    expect(read(typed)).toEqual({ ok: true, value: typed })
  })

  test.each([
    ['too short', '960001'],
    ['longer than 20', '+44 (0)1632 960001 ext 12'],
    ['no number', '- - - - - -'],
    ['only brackets', '(((((((((('],
    ['letters', '0800 REPORT'],
    ['two numbers', '01632 960 001/2'],
    ['a line break', '01632 960\n001'],
    ['nothing', ''],
  ])('is refused when it is %s', (_what, typed) => {
    expect(read(typed)).toEqual({
      ok: false,
      problem: `must be a telephone number, like 01632 960 001. You gave “${typed}”`,
    })
  })
})
