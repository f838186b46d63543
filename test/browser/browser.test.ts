import { useBrowser } from '../support/browser'

const { newPerson } = useBrowser()

const page =
  'data:text/html,<title>Returns</title><h1>Waiting</h1><script>document.querySelector("h1").textContent="Ready"</script>'

test('a real browser opens a page, runs its script and draws it', async () => {
  const person = await newPerson({ viewport: { width: 320, height: 200 } })
  const tab = await person.newPage()
  await tab.goto(page)
  expect(await tab.textContent('h1')).toBe('Ready')
  const picture = await tab.screenshot()
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect(await tab.evaluate('document.documentElement.clientWidth')).toBe(320)
  await person.close()
})

test('a person without JavaScript is tried as well', async () => {
  const person = await newPerson({ javaScriptEnabled: false })
  const tab = await person.newPage()
  await tab.goto(page)
  expect(await tab.textContent('h1')).toBe('Waiting')
  await person.close()
})
