import { email, isEmail } from '../../../server/domain/kinds/email'

describe('an email address', () => {
  test.each([
    'preparer@thornmere-trust.example',
    'a@b.co',
    'Ada.Marsh+returns@Mail.Thornmere-Trust.example',
    "o'hara@trust.example",
    'workforce@xn--bcher-kva.example',
    'x@1st.example',
    `${'a'.repeat(64)}@trust.example`,
  ])('may be %s', (address) => {
    expect(email.parse({ kind: 'email' }, address)).toEqual({ ok: true, value: address })
  })

  test.each([
    ['nothing', ''],
    ['no @', 'trust.example'],
    ['nothing before the @', '@trust.example'],
    ['two @', 'a@b@trust.example'],
    ['no dot after the @', 'admin@localhost'],
    ['a number for a host', 'a@192.0.2.1'],
    ['a host in brackets', 'a@[192.0.2.1]'],
    ['two dots together before the @', 'a..b@trust.example'],
    ['a dot at the start', '.a@trust.example'],
    ['a dot before the @', 'a.@trust.example'],
    ['two dots together after the @', 'a@trust..example'],
    ['a dot at the end', 'a@trust.example.'],
    ['a hyphen at the start of a part', 'a@-trust.example'],
    ['a hyphen at the end of a part', 'a@trust-.example'],
    ['letters that need a coding of their own', 'a@bücher.example'],
    ['a space', 'ada marsh@trust.example'],
    ['quotes', '"ada marsh"@trust.example'],
    ['a name', 'Ada Marsh <a@trust.example>'],
    ['a comment', 'a(comment)@trust.example'],
    ['too much before the @', `${'a'.repeat(65)}@trust.example`],
    ['too much altogether', `a@${'trust.'.repeat(50)}example`],
  ])('is refused with %s', (_what, address) => {
    expect(isEmail(address)).toBe(false)
  })

  test.each([
    'x@x.co\r\nBcc: evil@x.co',
    'x@x.co\nBcc: evil@x.co',
    'x@x.co%0ABcc:evil@x.co',
    'a@b.test,evil@c.test',
    'a@b.test;evil@c.test',
    'a@b.test evil@c.test',
    'a@b.test\0',
    'a@b.test\n',
    'team:a@b.test,evil@c.test;',
    '"a@b.test, x"@c.test',
  ])('cannot smuggle another recipient in %j', (address) => {
    expect(email.parse({ kind: 'email' }, address)).toEqual({
      ok: false,
      problem: `must be one email address, like name@trust.example. You gave “${address}”`,
    })
  })
})
