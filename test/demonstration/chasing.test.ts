import { deliverPost } from '../../server/actions/deliverPost'
import { refusalOf } from '../../server/demonstration/closedMailboxes'
import { firstTemplate } from '../../server/domain/chasing/template'
import { openMailer } from '../../server/mail/mailer'
import { useApp } from '../support/app'
import type { Visitor } from '../support/signIn'
import { visible } from '../web/visible'

const { db, sql, signIn } = useApp({ demonstration: 'under way' })
const rows = async (statement: string) => (await sql.query<Record<string, unknown>>(statement)).rows

let network: Visitor
beforeAll(async () => {
  network = await signIn('network@benchmarking.example')
})

const collection = '/network/collections/mhsw-2019'

/** Where the first link with such words leads. */
const linkIn = (html: string, words: RegExp): string =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)]
    .find(([, , text = '']) => words.test(visible(text)))?.[1]
    ?.replace(/&amp;/g, '&') ?? 'there is no such link'

test('one press on the first page leads to the councils to ring first, each with why', async () => {
  const first = await network.get('/').redirects(3)
  const list = await network.get(linkIn(first.text, /^\s*Councils to ring first/).replace(/#.*/, ''))
  const why = [...list.text.matchAll(/class="worklist__why">([\s\S]*?)<\/td>/g)].map(([, text = '']) => visible(text))
  expect(why.length).toBeGreaterThan(10)
  expect(why.slice(0, 10).every((each) => /[a-z]{4}/.test(each))).toBe(true)
  expect(why[0]).toMatch(/^Promised \d+ January and not in/)
})

test('nobody who prepares the returns of trusts that have not opened theirs has had a letter: they were named this morning', async () => {
  const found = await rows(`
    select count(distinct returns.id)::int as trusts, count(post.id)::int as letters
    from returns join collections on collections.id = collection_id
      join organisations on organisations.id = returns.organisation_id
      join memberships on memberships.organisation_id = organisations.id and role = 'preparer'
      left join post on post.person_id = memberships.person_id
    where collections.code = 'mhsw-2019' and type = 'nhs_trust' and status = 'not_started' and first_opened_at is null`)
  expect(found).toEqual([{ trusts: 7, letters: 0 }])
  const named =
    "select kind, to_char(min(decided_at), 'HH24:MI') as at from register_events group by kind order by kind"
  expect(await rows(named)).toEqual([
    { kind: 'person_added', at: '09:02' },
    { kind: 'person_changed', at: '09:02' },
  ])
})

test('a letter to all of them goes, and the one that comes back is seen', async () => {
  const answer = await network.post(`${collection}/chase`, {
    ...{ view: 'not_opened', type: 'nhs_trust', readers: 'preparers' },
    ...firstTemplate,
  })
  const path = answer.headers.location ?? ''
  const draft = (await network.get(path)).text
  expect(visible(draft)).toContain('Send 7 letters')
  await network.post(`${path}/sending`, { mark: /name="mark" value="([^"]+)"/.exec(draft)?.[1] ?? '' })
  expect(visible((await network.get(path)).text)).toContain('0 of 7 letters gone')

  const mailer = openMailer({ smtpUrl: undefined, mailFrom: '', mailPerMinute: undefined, refusalOf })
  await deliverPost({ db, mailer })
  const page = visible((await network.get(path)).text)
  expect(page).toContain('What did not arrive')
  expect(page).toContain('The mail server refused it: 550 5.1.1 No such mailbox here')
  const first = await network.get('/').redirects(3)
  expect(visible(first.text)).toContain('Contact bouncing: 3')
})
