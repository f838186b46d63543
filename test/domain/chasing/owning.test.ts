import { mayChangeOwner } from '../../../server/domain/chasing/owning'

const me = { id: 'me', staffRole: 'network' } as const
const admin = { id: 'admin', staffRole: 'admin' } as const

describe('a return that nobody has', () => {
  test.each(['me', 'colleague'])('may be given to %s', (to) => {
    expect(mayChangeOwner({ owner: null, to, by: me })).toBe(true)
  })
})

describe('a return that I have', () => {
  test.each([null, 'me', 'colleague'])('may become that of %s', (to) => {
    expect(mayChangeOwner({ owner: 'me', to, by: me })).toBe(true)
  })
})

describe('a return that a colleague has', () => {
  test.each([null, 'me', 'somebody'])('may not be made that of %s by me', (to) => {
    expect(mayChangeOwner({ owner: 'colleague', to, by: me })).toBe(false)
  })

  test('is let go or handed on by an administrator, who does not take it away for themselves', () => {
    expect(mayChangeOwner({ owner: 'colleague', to: null, by: admin })).toBe(true)
    expect(mayChangeOwner({ owner: 'colleague', to: 'somebody', by: admin })).toBe(true)
    expect(mayChangeOwner({ owner: 'colleague', to: 'admin', by: admin })).toBe(false)
  })
})
