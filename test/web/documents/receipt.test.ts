import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { partsTagged, readPdf, tableOf, wordsOf } from '../../receipts/readPdf'
import { startDraft } from '../returns/draft'
import { visible } from '../visible'
import { download, said, submitted } from './submitted'

const app = useApp()

const explained = [
  { rule: 'B03', says: ['1,041 is 12 more than last time.'], explanation: 'A team came from the council.' },
  { rule: 'F02', says: ['17 is a lot of AMHPs.'], explanation: 'We serve two counties.' },
]

async function submittedDraft() {
  const draft = await startDraft(app)
  const made = await submitted(app, { returnId: draft.id, signedBy: draft.signatory.id, cells: said, explained })
  const read = async (path = '/receipt.pdf', who = draft.as) => {
    const answer = await download(who, draft.at(path))
    return { answer, bytes: answer.body as Buffer, pdf: readPdf(answer.body as Buffer) }
  }
  return { ...draft, ...made, id: draft.id, read }
}

describe('the receipt of a submission', () => {
  it('says which it is, whose, who signed it in what role, and when, with the zone', async () => {
    const draft = await submittedDraft()
    const { answer, pdf } = await draft.read()
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain('application/pdf')
    expect(answer.headers['content-disposition']).toContain(`receipt-${draft.reference}.pdf`)
    const [facts] = partsTagged(pdf.tree, 'Table').map(tableOf)
    expect(facts).toEqual([
      ['Reference', draft.reference],
      ['Organisation', 'Thornmere & Dŵr Trust (T8X)'],
      ['Survey', 'Mental health social work workforce survey 2019-20'],
      ['Submitted', '2:05pm GMT on Thursday 30 January 2020'],
      ['Signed by', 'Ines Corrie'],
      ['Role', 'Chief executive'],
      ['Fingerprint (SHA-256)', `${'a'.repeat(60)}0001`],
    ])
  })

  it('says the headline figures, what was explained, what is not collected, and every answer', async () => {
    const words = wordsOf((await (await submittedDraft()).read()).pdf.tree)
    expect(words).toContain('Social workers you employ\n1,041')
    expect(words).toContain('Social workers you employ, WTE\n936.20')
    expect(words).toContain('AMHPs you employ\n17')
    expect(words).toContain('1,041 is 12 more than last time.\nA team came from the council.')
    expect(words).toContain('Number of AMHPs you employ (section F)\nWe do not record it (1 of 2 boxes)')
    expect(words).toContain('Name of the person preparing the return\nDilys <b>Marlow</b>')
  })

  it('says, as the page does, which questions were asked and who was signed in, whatever they are called now', async () => {
    const draft = await submittedDraft()
    await app.sql.query('alter table submissions disable trigger insert_only')
    await app.sql.query(`update submissions set essential_only = true, signed_as = 'Nessa Hale' where return_id = $1`, [
      draft.id,
    ])
    await app.sql.query('alter table submissions enable trigger insert_only')
    const { pdf } = await draft.read()
    const [facts = []] = partsTagged(pdf.tree, 'Table').map(tableOf)
    expect(facts).toContainEqual(['Questions', 'The essential ones only'])
    expect(facts).toContainEqual(['Signed by', 'Ines Corrie'])
    expect(facts).toContainEqual(['Signed in as', 'Nessa Hale'])
    const page = visible((await draft.as.get(draft.at('/receipt'))).text)
    for (const [label = '', text = ''] of facts) expect(page).toContain(`${label} ${text}`)
    expect(visible((await draft.as.get(draft.at('/submissions/1'))).text)).toContain('The essential ones only')
  })

  it('holds for a contributor only what is of their sections', async () => {
    const draft = await submittedDraft()
    const words = wordsOf((await draft.read('/receipt.pdf', await draft.signInAs('contributor'))).pdf.tree)
    expect(words).toContain('Sections shown\nF')
    expect(words).toContain('AMHPs you employ\n17')
    expect(words).toContain('We serve two counties.')
    expect(words).not.toContain('A team came from the council.')
    expect(words).not.toMatch(/1,041|936\.20|Marlow|Social workers in post/)
  })

  it('is the same file a year later, whatever has become of the organisation and its people', async () => {
    const draft = await submittedDraft()
    const { bytes } = await draft.read()
    await setClock(app.sql, '2021-02-20T09:00:00Z')
    await app.sql.query(
      `update organisations set name = 'Another Name', type = 'voluntary', code = 'T8Z9', pop_registered = 700000 where id = $1`,
      [draft.organisationId],
    )
    await app.sql.query(`update people set name = 'Married Name' where id = $1`, [draft.signatory.id])
    await draft.save('b', { 'sw_emp_in.hc': '3' })
    expect((await draft.read()).bytes.equals(bytes)).toBe(true)
  })

  it('is there for each submission, the one that stands where none is named', async () => {
    const draft = await submittedDraft()
    const second = await submitted(app, { returnId: draft.id, signedBy: draft.signatory.id, number: 2, cells: said })
    expect((await draft.read()).pdf.info.Title).toBe(`Receipt ${second.reference}`)
    expect((await draft.read('/receipt.pdf?submission=1')).pdf.info.Title).toBe(`Receipt ${draft.reference}`)
    expect((await draft.as.get(draft.at('/receipt?number=1'))).text).toContain(draft.at('/receipt.pdf?submission=1'))
  })

  it('is read with the definition the submission was made under', async () => {
    const draft = await startDraft(app)
    await submitted(app, {
      returnId: draft.id,
      signedBy: draft.signatory.id,
      definition: 'psw-2019',
      cells: { org_type: { state: 'value', value: 'nhs_trust' }, 'psw_emp.hc': { state: 'value', value: 12 } },
    })
    const { tree } = readPdf((await download(draft.as, draft.at('/receipt.pdf'))).body as Buffer)
    expect(wordsOf(tree)).toContain('Peer support workers you employ\n12')
  })

  it.each(['?submission=2', '?submission=', '?submission=1&submission=1', '?submission=__proto__'])(
    'does not exist for %s',
    async (query) => {
      const draft = await submittedDraft()
      expect((await draft.as.get(draft.at(`/receipt.pdf${query}`))).status).toBe(404)
    },
  )

  it('does not exist before anything was submitted, nor for another organisation', async () => {
    const draft = await startDraft(app)
    expect((await draft.as.get(draft.at('/receipt.pdf'))).status).toBe(404)
    const other = await submittedDraft()
    expect((await draft.as.get(other.at('/receipt.pdf'))).status).toBe(404)
  })
})
