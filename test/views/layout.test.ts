import path from 'node:path'
import express from 'express'
import request from 'supertest'

const chrome = {
  nonce: 'n0nce',
  serviceName: 'Workforce Returns',
  csrf: 'token',
  signedIn: true,
  person: { name: 'Dilys Marlow', email: 'dilys@thornmere-trust.example' },
  navigation: [
    { text: 'Returns', href: '/returns', current: true },
    { text: 'Team', href: '/team', current: false },
  ],
}

function page(view: string, page: object, more: object = {}) {
  const app = express()
  app.set('views', [path.join(process.cwd(), 'views')])
  app.set('view engine', 'ejs')
  app.get('/', (_req, res) => {
    res.render('layout', { view, page, chrome: { ...chrome, ...more } })
  })
  return request(app).get('/')
}

describe('the layout', () => {
  test('says where you are in the title and in one heading', async () => {
    const { text } = await page('notFound', { title: 'Page not found' })

    expect(text).toContain('<title>Page not found - Workforce Returns</title>')
    expect(text.match(/<h1/g)).toHaveLength(1)
    expect(text).toContain('<h1 class="govuk-heading-l">Page not found</h1>')
  })

  test('begins the title with Error, and the page with what to put right, when something is wrong', async () => {
    const problems = [{ text: 'People must be a whole number, such as 12', href: '#sw.hc' }]
    const { text } = await page('notFound', { title: 'Social workers', problems })

    expect(text).toContain('<title>Error: Social workers - ')
    expect(text).toContain('<a href="#sw.hc">People must be a whole number, such as 12</a>')
    expect(text.indexOf('There is a problem')).toBeLessThan(text.indexOf('<h1'))
  })

  test('makes safe whatever it is given', async () => {
    const { text } = await page('notFound', { title: '<script>alert(1)</script>' }, { flash: { text: '<b>' } })

    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<b>')
  })

  test('signs out with a post that carries the token, and shows nobody when nobody is signed in', async () => {
    const signedIn = await page('notFound', { title: 'Here' })
    const signedOut = await page('notFound', { title: 'Here' }, { signedIn: false, person: undefined })

    expect(signedIn.text).toMatch(/<form[^>]*method="post" action="\/sign-out">\s*<input type="hidden" name="_csrf" value="token">/)
    expect(signedOut.text).not.toContain('Sign out')
  })

  test('shows how things stand, what was just done, and that this is a demonstration', async () => {
    const state = [{ kind: 'saved', text: 'Saved 14:02' }, { kind: 'missing', text: '3 left' }]
    const banner = { text: 'It is 09:05 on Monday 27 January 2020 here.', link: { text: 'Move the clock', href: '/admin/clock' } }
    const { text } = await page('notFound', { title: 'Here', state }, { flash: { text: 'Section saved' }, banner })

    expect(text).toContain('<span class="state__item state__item--saved">Saved 14:02</span>')
    expect(text).toContain('<p class="govuk-notification-banner__heading">Section saved</p>')
    expect(text).toContain('href="/admin/clock">Move the clock</a>')
  })

  test('has no inline style, and no script but the one with the nonce', async () => {
    const { text } = await page('fault', { title: 'Sorry', reference: 'abc' })

    expect(text).not.toMatch(/\sstyle=|<style|\son[a-z]+=/)
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/app.js" nonce="n0nce">'])
  })
})

describe('a page that could not keep what was typed', () => {
  const typed = [{ label: 'Social worker, people', name: 'sw.hc', value: '21' }]

  test.each(['refused', 'unavailable'])('%s shows it, and can send it again with a new token', async (view) => {
    const { text } = await page(view, { title: 'Not saved', reason: 'Because.', typed, again: '/returns/1/sections/b' })

    expect(text).toMatch(/<dt>Social worker, people<\/dt>\s*<dd>21<\/dd>/)
    expect(text).toContain('<form method="post" action="/returns/1/sections/b"')
    expect(text).toContain('<input type="hidden" name="sw.hc" value="21">')
  })
})
