import { useApp } from '../../support/app'
import { make } from '../../support/make'

const { db, signIn, visitor } = useApp()

describe('signing in', () => {
  test('leads an employer to their returns, and the network to its newest collection', async () => {
    const { preparer } = await make(db).employer()
    const staff = await make(db).person({ staffRole: 'network' })

    expect((await visitor().signIn(preparer.email)).headers.location).toBe('/returns')
    expect((await visitor().signIn(staff.email)).headers.location).toBe('/network/collections/mhsw-2019')
  })

  test('shows who is there, until they sign out', async () => {
    const { preparer } = await make(db).employer()
    const somebody = await signIn(preparer.email)

    expect((await somebody.get('/contact')).text).toContain('Dilys Marlow')
    const left = await somebody.post('/sign-out')
    expect(left.status).toBe(303)
    expect((await somebody.get('/contact')).text).not.toContain('Dilys Marlow')
  })
})
