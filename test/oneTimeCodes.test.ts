import { generateSync } from 'otplib'
import { codeInFours, readCode } from '../server/domain/people/oneTimeCodes'
import { oneTimeCodes } from '../server/oneTimeCodes'

const codes = oneTimeCodes('a secret for tests that is long enough to be one', false)
const nobody = '00000000-0000-4000-8000-000000000000'

describe('a code of an app', () => {
  const secret = codes.newSecret()
  const now = 1_580_000_000
  const codeAt = (seconds: number) => generateSync({ secret, epoch: seconds })
  const stepOf = (seconds: number, after?: number) =>
    codes.stepOf({ digits: codeAt(seconds), secret, seconds: now, ...(after === undefined ? {} : { after }) })

  test.each([
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])('of %d seconds from now is taken: %s', (apart, taken) => {
    expect(stepOf(now + apart) !== undefined).toBe(taken)
  })

  test('is taken once, and none of before it is taken after it', () => {
    const step = stepOf(now)
    expect(stepOf(now, step)).toBeUndefined()
    expect(stepOf(now - 30, step)).toBeUndefined()
    expect(stepOf(now + 30, step)).toBe((step ?? 0) + 1)
  })

  test('of another secret is not taken', () => {
    expect(codes.stepOf({ digits: codeAt(now), secret: codes.newSecret(), seconds: now })).toBeUndefined()
  })

  test('is the one of RFC 6238, appendix B', () => {
    const told = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    expect(codes.stepOf({ digits: '287082', secret: told, seconds: 59 })).toBe(1)
    expect(codes.stepOf({ digits: '081804', secret: told, seconds: 1_111_111_109 })).toBe(37_037_036)
  })
})

describe('what was typed as a code', () => {
  test.each([
    ['287082', { kind: 'of_app', digits: '287082' }],
    [' 287 082 ', { kind: 'of_app', digits: '287082' }],
    ['ABCD-efgh 2345', { kind: 'recovery', code: 'abcdefgh2345' }],
    ['28708', undefined],
    ['2870822', undefined],
    ['abcd-efgh-1890', undefined],
    ['', undefined],
  ])('%j is read as %j', (typed, read) => {
    expect(readCode(typed)).toEqual(read)
  })

  test('may be a recovery code as it is shown', () => {
    const [first = '', ...others] = codes.newRecoveryCodes()
    expect(others).toHaveLength(9)
    expect(new Set([first, ...others]).size).toBe(10)
    expect(codeInFours(first)).toMatch(/^[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}$/)
    expect(readCode(codeInFours(first))).toEqual({ kind: 'recovery', code: first })
  })
})

describe('what codes are made from', () => {
  test('is hidden for one person alone, and opens with the same session secret alone', () => {
    const hidden = codes.hide('JBSWY3DPEHPK3PXP', nobody)
    expect(hidden.toString('latin1')).not.toContain('JBSWY3DPEHPK3PXP')
    expect(codes.show(hidden, nobody)).toBe('JBSWY3DPEHPK3PXP')
    expect(codes.show(hidden, nobody.replace('4', '5'))).toBeUndefined()
    expect(oneTimeCodes('another secret that is long enough to be one', false).show(hidden, nobody)).toBeUndefined()
  })

  test('is read by apps with our name and whose it is', () => {
    const uri = new URL(codes.uriOf('JBSWY3DPEHPK3PXP', 'preparer@thornmere-trust.example'))
    expect(uri.protocol).toBe('otpauth:')
    expect(decodeURIComponent(uri.pathname)).toContain('Workforce Returns:preparer@thornmere-trust.example')
    expect(uri.searchParams.get('secret')).toBe('JBSWY3DPEHPK3PXP')
  })
})
