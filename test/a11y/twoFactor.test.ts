import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { make, password } from '../support/make'
import { codeOf, earlyInHalfMinute } from '../support/oneTimeCode'
import { useOpenDoor } from '../support/openDoor'
import { faultsOn } from './audit'
import { type Answered, open, send, visitorsAt } from './world'

jest.setTimeout(180_000)

const app = useApp()
const door = useOpenDoor(app)
const { newPerson } = useBrowser()
const visitors = visitorsAt(door.at, newPerson)

test('nothing is wrong with the pages of two-factor sign-in, in any state', async () => {
  await earlyInHalfMinute()
  const { preparer } = await make(app.db).employer()
  const { page } = await visitors.of(preparer.email)
  const expectFlawless = async ({ status, html }: Answered, expected = 200) =>
    expect({ at: page.url(), status, faults: await faultsOn(page, html) }).toEqual({
      at: page.url(),
      status: expected,
      faults: [],
    })
  const at = (path: string) => open(page, door.at(path))

  await expectFlawless(await at('/account/two-factor'))
  await at('/account/two-factor/app')
  const key = await page.locator('.code-key').innerText()
  const app_secret = await page.locator('[name=app_secret]').inputValue()
  const sent = { app_secret, one_time_code: codeOf(key, -1), present: password }
  await expectFlawless(await send(page, '/account/two-factor/app', { ...sent, one_time_code: '', present: '' }), 422)
  await expectFlawless(await send(page, '/account/two-factor/app', { ...sent, one_time_code: codeOf(key) }))
  await expectFlawless(await at('/account/two-factor'))
  await expectFlawless(await send(page, '/account/two-factor/removal', { present: 'another' }), 422)

  await send(page, '/sign-out')
  await expectFlawless(await send(page, '/sign-in', { email: preparer.email, password }))
  expect(new URL(page.url()).pathname).toBe('/sign-in/code')
  await expectFlawless(await send(page, '/sign-in/code', { one_time_code: '12' }), 422)
})
