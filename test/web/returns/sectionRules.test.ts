import { useApp } from '../../support/app'
import { startDraft } from './draft'

const employers = useApp()

async function begin() {
  const draft = await startDraft(employers)
  await draft.save('a', { has_mhsw: 'yes' })
  return draft
}

/** 41 people who work 18.20 WTE: unusual, so that rule B09 asks why. */
const unusual = { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '18.2' }
const because = { 'explain!B09': 'Most of them are part-time carers' }

describe('what the rules say of a section', () => {
  test('stands beside the figures: they are saved all the same', async () => {
    const draft = await begin()
    const saved = await draft.save('b', { 'sw_emp_in.hc': '4', 'sw_emp_in.wte': '5', then: 'next' })
    expect([saved.status, saved.headers.location]).toEqual([303, draft.at('/sections/b')])
    const page = await draft.read('b')
    expect(page).toContain('1 figure must be put right')
    expect(page).toContain('This cannot be so')
    expect(page).toContain('<a href="#rule-B01">To put right: Social workers you employ who work in your own')
    expect(page).toMatch(/id="sw_emp_in.wte" name="sw_emp_in.wte" value="5.00"/)
    expect(page).toContain('entry__box--cannot')
  })

  test('interrupts once the section is saved, with both figures, where they are from and how to change them', async () => {
    const draft = await begin()
    const saved = await draft.save('b', unusual)
    expect(saved.headers.location).toBe(draft.at('/sections/b?saved=1'))
    const page = (await draft.as.get(draft.at('/sections/b?saved=1'))).text
    expect(page).toContain('One thing looks unusual')
    expect(page).toContain('<p class="two-figures__value">18.20</p>')
    expect(page).toContain('Section B, Social workers in post')
    expect(page).toContain(`href="${draft.at('/sections/b#sw_emp_in.wte')}"`)
    expect(page).toContain('name="explain!B09"')
    expect(page).toContain('Explain later')
  })

  test('is explained once, and asked no more while the figures stand', async () => {
    const draft = await begin()
    await draft.save('b', unusual)
    expect((await draft.save('b', because)).headers.location).toBe(draft.at('/sections/b'))
    const page = await draft.read('b')
    expect(page).toContain('Explained')
    expect(page).toContain('Most of them are part-time carers</textarea>')
  })

  test('asks for an explanation of 10 characters or more, and keeps what was written', async () => {
    const draft = await begin()
    await draft.save('b', unusual)
    const page = await draft.save('b', { 'explain!B09': 'Yes' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('An explanation must be at least 10 characters long. You gave 3.')
    expect(page.text).toContain('href="#explain-B09"')
    expect(page.text).toContain('Yes</textarea>')
  })

  test('asks whether an explanation still holds once its figures have moved', async () => {
    const draft = await begin()
    await draft.save('b', { ...unusual })
    await draft.save('b', because)
    await draft.save('b', { 'sw_emp_in.wte': '17' })
    const page = await draft.read('b')
    expect(page).toContain('The figures have changed since this was explained')
    expect(page).toContain('This is still the reason')
    const again = await draft.save('b', { 'explain!B09': ['Most of them are part-time carers', ''] })
    expect(again.headers.location).toBe(draft.at('/sections/b'))
    expect(await draft.read('b')).not.toContain('have changed since')
  })

  test('leads on to where one was going after “Explain later”', async () => {
    const draft = await begin()
    const saved = await draft.save('b', { ...unusual, then: 'next' })
    expect(saved.headers.location).toBe(draft.at('/sections/b?saved=1&then=next'))
    const page = (await draft.as.get(draft.at('/sections/b?saved=1&then=next'))).text
    expect(page).toContain(`<a href="${draft.at('/sections/c')}">Explain later</a>`)
  })
})
