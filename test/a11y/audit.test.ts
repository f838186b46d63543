import { useBrowser } from '../support/browser'
import { faultsOn } from './audit'

const { newPerson } = useBrowser()

const page = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>Returns</title></head><body><main><h1>Returns</h1>${body}</main></body></html>`

async function faultsIn(body: string): Promise<string[]> {
  const looking = await (await newPerson()).newPage()
  await looking.setContent(page(body))
  const faults = await faultsOn(looking, page(body))
  await looking.context().close()
  return faults
}

test('a page with nothing wrong is passed', async () => {
  expect(await faultsIn('<p>It is due on Monday.</p>')).toEqual([])
})

test.each([
  ['text that is too pale', '<p style="color: #bbb; background: #fff">It is due.</p>', 'axe color-contrast'],
  ['a box without a name', '<input>', 'axe label'],
  ['two boxes of one name', '<input aria-label="Posts"><input aria-label="Posts">', 'two boxes are called “Posts”'],
  ['a picture that says nothing', '<img src="data:," width="9">', 'axe image-alt'],
  ['what is wider than a phone', '<p style="width: 500px">Wide</p>', 'wider than its window: 5'],
  ['what is wider than a tablet', '<p style="width: 900px">Wide</p>', 'wider than its window: 9'],
  ['a list without its items', '<ul><p>One</p></ul>', 'html element-permitted-content'],
  [
    'buttons too close to be pressed by a finger',
    '<button style="padding: 0; border: 0; width: 9px; height: 9px" aria-label="a"></button>'.repeat(2),
    'axe target-size',
  ],
])('%s is found', async (_what, body, fault) => {
  expect(await faultsIn(body)).toContainEqual(expect.stringContaining(fault))
})
