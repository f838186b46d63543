import { text, type TextBox } from '../../../server/domain/kinds/text'

const name: TextBox = { kind: 'text', min: 3, max: 10 }
const comment: TextBox = { kind: 'text', min: 0, max: 2000, long: true }
const code: TextBox = { kind: 'text', min: 3, max: 3, like: { pattern: '^[0-9]{3}$', says: 'must be 3 digits' } }

const problem = (box: TextBox, typed: string) => {
  const found = text.parse(box, typed)
  return found.ok ? `was read as ${found.value}` : found.problem
}

describe('a text', () => {
  test.each([
    ['one\r\ntwo', 'one\ntwo'],
    ['one\rtwo', 'one\ntwo'],
    ['one\n\r\ntwo', 'one\n\ntwo'],
    ['a\ttab', 'a\ttab'],
    ['', ''],
  ])('of several lines keeps %j as %j', (typed, value) => {
    expect(text.parse(comment, typed)).toEqual({ ok: true, value })
  })

  test('of one line has no line breaks, which could end a header of a letter', () => {
    expect(text.parse({ ...name, max: 40 }, 'Ada Marsh\r\nBcc: evil@x.co')).toEqual({
      ok: true,
      value: 'Ada Marsh Bcc: evil@x.co',
    })
  })

  test.each([
    ['😀😀😀', '😀😀😀'],
    ['Zoe\u0308', 'Zoë'],
    ['Zoë', 'Zoë'],
  ])('%s is three characters, as anybody would count them', (typed, value) => {
    expect(text.parse({ ...name, max: 3 }, typed)).toEqual({ ok: true, value })
  })

  test.each([
    ['two characters', 'Jo', 'must be at least 3 characters long. You gave 2'],
    ['two emoji, which a computer keeps in four', '😀😀', 'must be at least 3 characters long. You gave 2'],
    ['eleven characters', 'Maximilian!', 'must be at most 10 characters long. You gave 11'],
  ])('is refused when it has %s', (_what, typed, says) => {
    expect(problem(name, typed)).toBe(says)
  })

  test('says large numbers of characters as people write them', () => {
    expect(problem(comment, 'x'.repeat(12_345))).toBe('must be at most 2,000 characters long. You gave 12,345')
  })

  test.each([
    ['a nought character', 'one\0two'],
    ['a backspace', 'one\btwo'],
    ['an escape', 'one\u001B[31mtwo'],
    ['half an emoji', 'one\uD83Dtwo'],
    ['the other half', 'one\uDE00two'],
    ['what is no character', 'one\uFFFFtwo'],
  ])('does not keep %s', (_what, typed) => {
    expect(problem(comment, typed)).toBe('has a character that cannot be kept. Type it again')
  })

  test.each(['12a', '１２３', '12\n'])('keeps to its pattern, as %j does not', (typed) => {
    expect(problem(code, typed)).toBe(`must be 3 digits. You gave “${typed.replace('\n', ' ')}”`)
  })

  test('keeps what looks like code as it is: making it harmless is for the page', () => {
    const typed = '<script>alert(1)</script> & =HYPERLINK("x")'
    expect(text.parse(comment, typed)).toEqual({ ok: true, value: typed })
  })
})
