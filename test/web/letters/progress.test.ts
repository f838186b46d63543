import { deliverPost } from '../../../server/actions/deliverPost'
import { sendToMany } from '../../support/manyLetters'
import { useApp } from '../../support/app'
import { useBrowser } from '../../support/browser'
import { setClock } from '../../support/clock'
import { complaintsOf } from '../../support/complaints'
import { enter } from '../../support/enter'
import { make } from '../../support/make'
import { useOpenDoor } from '../../support/openDoor'

const app = useApp()
const door = useOpenDoor(app)
const { newPerson } = useBrowser()

test('the page of letters on their way keeps itself up to date until all have gone', async () => {
  await setClock(app.sql, '2020-01-28T10:00:00Z')
  for (let count = 0; count < 3; count += 1) await make(app.db).employer()
  const { email } = await make(app.db).person({ staffRole: 'network' })
  await sendToMany(app.db)
  const { rows } = await app.sql.query<{ id: string }>('select id from campaigns')

  const page = await (await newPerson()).newPage()
  const complaints = await complaintsOf(page)
  await enter(page, door.at('/sign-in'), email)
  await page.goto(door.at(`/network/collections/mhsw-2019/chase/${rows[0]?.id ?? ''}`))
  expect(await page.textContent('main')).toContain('0 of 3 letters gone')
  expect(await page.getByRole('button', { name: 'Cancel the 3 that have not gone' }).count()).toBe(1)
  await deliverPost(app.services)
  await page.getByText('3 of 3 letters gone').waitFor()
  expect(await page.textContent('[role=status][data-progress-state]')).toBe('Done')
  expect(await page.evaluate(`document.querySelector('progress').value`)).toBe(3)
  await page.getByRole('button', { name: /^Cancel the/ }).waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0)
  expect(await page.textContent('main dl.standing')).toMatch(/(Sent|not sent by mail)3/)
  expect(complaints).toEqual([])
})
