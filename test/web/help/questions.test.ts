import { startDraft } from '../returns/draft'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { visible } from '../visible'

const app = useApp()
const staff = async (role: 'network' | 'analyst' | 'admin') =>
  app.signIn((await make(app.db).person({ staffRole: role, name: 'Mabel Quist' })).email)

/** The form of the page, with the id that makes it one question however often it is sent. */
const formIn = (html: string): string => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? ''

const waiting = async (): Promise<{ id: string; address: string | null; question: string }[]> =>
  (await app.sql.query('select id, address, question from questions_asked where answer is null order by decided_at'))
    .rows

const lettersTo = async (personId: string) =>
  (
    await app.sql.query<{ subject: string; paragraphs: string[] }>(
      `select subject, paragraphs from post where person_id = $1 and kind = 'question_answered' order by decided_at`,
      [personId],
    )
  ).rows

describe('asking the network about a question of the survey', () => {
  it('begins beside the question, and says which one it is about', async () => {
    const draft = await startDraft(app)
    const section = await draft.read('b')
    expect(section).toContain(`href="/returns/${draft.id}/questions?about=sw_emp_in"`)

    const page = await draft.as.get(draft.at('/questions?about=sw_emp_in'))
    expect(page.status).toBe(200)
    expect(page.text).toContain('name="about" value="sw_emp_in"')
    expect(visible(page.text)).toContain('Section B')
  })

  it('reaches the network with the organisation, the survey and the question', async () => {
    const draft = await startDraft(app)
    const answer = await draft.as.post(draft.at('/questions'), {
      about: 'sw_emp_in.hc',
      question: 'Do we count people on secondment to us?',
    })
    expect([answer.status, answer.headers.location]).toEqual([303, draft.at('/questions')])

    const list = visible((await (await staff('analyst')).get('/network/questions')).text)
    const { rows } = await app.sql.query<{ name: string }>('select name from organisations where id = $1', [
      draft.organisationId,
    ])
    expect(list).toContain('Do we count people on secondment to us?')
    expect(list).toContain(rows[0]?.name)
    expect(list).toContain('mhsw-2019')
    expect(list).toMatch(/social workers.*: People/i)
  })

  it('keeps what was written when it is too short, and says what is allowed', async () => {
    const draft = await startDraft(app)
    const page = await draft.as.post(draft.at('/questions'), { about: 'est_wte', question: 'What?' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Write your question in 10 to 2,000 characters')
    expect(page.text).toMatch(/>\s*What\?<\/textarea>/)
    expect(page.text).toContain('name="about" value="est_wte"')
  })

  it('is one question, however often the form is sent', async () => {
    const draft = await startDraft(app)
    const form = formIn((await draft.as.get(draft.at('/questions'))).text)
    const asked = { form, question: 'Is the form sent twice, or once?' }
    await Promise.all([draft.as.post(draft.at('/questions'), asked), draft.as.post(draft.at('/questions'), asked)])
    expect((await waiting()).filter(({ question }) => question === asked.question)).toHaveLength(1)
  })

  it('works after the cutoff', async () => {
    const draft = await startDraft(app)
    await setClock(app.sql, '2020-02-12T09:00:00Z')
    const answer = await draft.as.post(draft.at('/questions'), {
      about: '',
      question: 'May we still send a correction?',
    })
    expect(answer.status).toBe(303)
    expect(visible((await draft.as.get(draft.at('/questions'))).text)).toContain('May we still send a correction?')
  })

  it('shows what was written as it was written', async () => {
    const draft = await startDraft(app)
    await draft.as.post(draft.at('/questions'), { question: '<script>alert(1)</script> & “quotes”' })
    for (const page of [
      await draft.as.get(draft.at('/questions')),
      await (await staff('network')).get('/network/questions'),
    ]) {
      expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; “quotes”')
      expect(page.text).not.toContain('<script>alert')
    }
  })

  it.each(['nothing_of_this_survey', 'sw_emp_in.wet', 'explain!NOPE', '__proto__'])(
    'does not exist for %s',
    async (about) => {
      const draft = await startDraft(app)
      expect((await draft.as.get(draft.at(`/questions?about=${about}`))).status).toBe(404)
      const before = (await waiting()).length
      expect(
        (await draft.as.post(draft.at('/questions'), { about, question: 'What is this about, please?' })).status,
      ).toBe(404)
      expect(await waiting()).toHaveLength(before)
    },
  )
})

describe('what a contributor asks and reads', () => {
  it('is of their own sections, and what they asked themselves', async () => {
    const draft = await startDraft(app)
    const contributor = await draft.signInAs('contributor')
    await draft.as.post(draft.at('/questions'), { about: 'sw_emp_in', question: 'A question about section B, please' })
    await draft.as.post(draft.at('/questions'), { about: '', question: 'A question about the whole return' })
    await draft.as.post(draft.at('/questions'), { about: 'amhp_emp', question: 'A question about section F, please' })
    await contributor.post(draft.at('/questions'), { about: '', question: 'The contributor wants to know too' })

    const page = visible((await contributor.get(draft.at('/questions'))).text)
    expect(page).toContain('A question about section F, please')
    expect(page).toContain('The contributor wants to know too')
    expect(page).not.toContain('section B, please')
    expect(page).not.toContain('about the whole return')
    expect((await contributor.get(draft.at('/questions?about=sw_emp_in'))).status).toBe(404)
    expect(
      (await contributor.post(draft.at('/questions'), { about: 'sw_emp_in', question: 'May I ask about B?' })).status,
    ).toBe(404)
    expect((await contributor.get(draft.at('/questions?about=amhp_emp'))).status).toBe(200)
  })
})

describe('what the network answers', () => {
  async function asked(question: string, about = 'sw_emp_in') {
    const draft = await startDraft(app)
    await draft.as.post(draft.at('/questions'), { about, question })
    const [found] = (await waiting()).filter((each) => each.question === question)
    if (!found) throw new Error('Nothing was asked')
    return { draft, id: found.id, at: `/network/questions/${found.id}/answer` }
  }

  it('stands with the question, and goes to whoever asked', async () => {
    const { draft, at } = await asked('Where do students on placement belong?')
    const network = await staff('network')
    const sent = await network.post(at, { seen: '', answer: 'Nowhere: they are not employed.\nLeave them out.' })
    expect([sent.status, sent.headers.location]).toEqual([303, '/network/questions'])

    expect(visible((await draft.as.get(draft.at('/questions'))).text)).toContain('Nowhere: they are not employed.')
    const [letter] = await lettersTo(draft.preparer.id)
    expect(letter?.subject).toContain('the answer to your question')
    expect(letter?.paragraphs).toEqual(
      expect.arrayContaining([
        'Where do students on placement belong?',
        'Nowhere: they are not employed.\nLeave them out.',
      ]),
    )
    expect(await lettersTo(draft.signatory.id)).toEqual([])
  })

  it('goes to those who prepare the return when whoever asked has left', async () => {
    const { draft, at } = await asked('Who answers when I am gone, please?')
    const successor = await make(app.db).person({ organisationId: draft.organisationId, role: 'preparer' })
    await app.sql.query('delete from memberships where person_id = $1', [draft.preparer.id])
    await (await staff('network')).post(at, { answer: 'Your successor does.' })
    expect(await lettersTo(successor.id)).toHaveLength(1)
    expect(await lettersTo(draft.preparer.id)).toHaveLength(0)
  })

  it('is read by the asker alone unless it is general', async () => {
    const { at } = await asked('Something only we would ask, at Thornmere?')
    await (await staff('network')).post(at, { answer: 'An answer for Thornmere alone.' })
    const other = await startDraft(app, { type: 'local_authority' })
    for (const path of [other.at('/questions?about=sw_emp_in'), '/help/mhsw-2019']) {
      expect((await other.as.get(path)).text).not.toContain('for Thornmere alone')
    }
  })

  it('appears to everybody at that question where it is general, without who asked', async () => {
    const { draft, at } = await asked('We at Thornmere have two sites: which counts?', 'sw_emp_in.hc')
    await (
      await staff('admin')
    ).post(at, {
      answer: 'Count both sites together.',
      general: 'yes',
      general_question: 'We have two sites: which counts?',
    })
    const other = await startDraft(app, { type: 'local_authority' })
    for (const path of [
      other.at('/questions?about=sw_emp_in'),
      other.at('/questions?about=sw_emp_in.wte'),
      '/help/mhsw-2019',
    ]) {
      const page = await other.as.get(path)
      expect(page.text).toContain('Count both sites together.')
      expect(page.text).toContain('We have two sites: which counts?')
      expect(page.text).not.toContain('We at Thornmere')
    }
    expect((await other.as.get(other.at('/questions?about=est_wte'))).text).not.toContain('Count both sites')
    expect((await draft.as.get(draft.at('/questions'))).text).toContain('We at Thornmere have two sites')
  })

  it('is asked for again, with what was written, when it says nothing', async () => {
    const { at, id } = await asked('Will an empty answer be sent to us?')
    const page = await (
      await staff('network')
    ).post(at, { answer: ' ', general: 'yes', general_question: 'Will it be sent?' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Write the answer in 2 to 4,000 characters')
    expect(page.text).toContain('Will it be sent?</textarea>')
    expect(page.text).toContain(`href="#answer-${id}"`)
  })

  it('is not sent over the answer of a colleague that was not seen, and can be changed once it is', async () => {
    const { draft, at, id } = await asked('Do two people answer this at once?')
    const network = await staff('network')
    await network.post(at, { answer: 'The first answer, which stands.' })
    const late = await network.post(at, { answer: 'The second answer, too late.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('The second answer, too late.</textarea>')
    expect(await lettersTo(draft.preparer.id)).toHaveLength(1)

    const seen = /name="seen" value="([^"]+)"/.exec(late.text)?.[1] ?? ''
    expect((await network.post(at, { seen, answer: 'The second answer, after all.' })).status).toBe(303)
    const { rows } = await app.sql.query('select answer from questions_asked where id = $1', [id])
    expect(rows).toEqual([{ answer: 'The second answer, after all.' }])
    const [, correction] = await lettersTo(draft.preparer.id)
    expect(correction?.subject).toContain('a new answer')
  })

  it('is listed with what waits first, the longest wait at the top', async () => {
    const first = await asked('The question that waits the longest')
    await app.sql.query(`update questions_asked set decided_at = '2020-01-07T09:00:00Z' where id = $1`, [first.id])
    const answered = await asked('The question that is answered already')
    const network = await staff('network')
    await network.post(answered.at, { answer: 'Here you are.' })
    const list = (await network.get('/network/questions')).text
    expect(list.indexOf('waits the longest')).toBeGreaterThan(0)
    expect(list.indexOf('waits the longest')).toBeLessThan(list.indexOf('is answered already'))
    expect((await (await staff('analyst')).get('/network/questions')).text).not.toContain('name="answer"')
  })
})

test('a survey that nobody has heard of has no answers', async () => {
  const draft = await startDraft(app)
  expect((await draft.as.get('/help/none-such')).status).toBe(404)
  expect((await draft.as.get('/help/constructor')).status).toBe(404)
  expect((await draft.as.get('/help/psw-2019')).text).toContain('Nothing yet')
})
