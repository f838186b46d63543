import ExcelJS from 'exceljs'
import { useApp } from '../../support/app'
import { workbookParts, zip } from '../../workbooks/zip'
import { eachAddress, found } from '../../workbooks/cellByAddress'
import { changed, filledIn, hidden, startWorkbook, textOf } from './workbookDraft'

const test_ = useApp()
const begin = (given = {}) => startWorkbook(test_, given)

describe('a return as a spreadsheet', () => {
  test('goes out with its answers, and comes back unchanged', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes', contact_phone: '01632 960 001', services_ages: ['adult_18_64'] })
    await draft.save('b', { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '36.2', 'sw_generic_posts.hc!nc': 'not_recorded' })
    const answer = await draft.send(await draft.download())
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe(draft.at('/workbook/changes'))
    expect(textOf(await draft.changes())).toContain('Everything in it is as it is in the return')
  })

  test('shows every answer that would change, and writes nothing until that is confirmed', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow', contact_phone: '01632 960 001' })
    await draft.save('b', { 'sw_emp_in.hc': '41' })
    const before = await draft.cells()
    const file = await filledIn(await draft.download(), {
      'sw_emp_in.hc': 43,
      'sw_emp_in.wte': 36.2,
      contact_phone: null,
      'sw_emp_out.hc': 'many',
      'sw_generic_posts.hc!nc': 'We do not record it',
    })
    expect((await draft.send(file)).status).toBe(303)
    const page = await draft.changes()
    const text = textOf(page)
    expect(text).toContain('4 answers would change: 2 added, 1 changed, 1 cleared.')
    expect(text).toMatch(/mental health services: People Changed 41 43/)
    expect(text).toContain('Added Nothing Not collected: we do not record it')
    expect(text).toContain('Telephone Cleared 01632 960 001 Nothing')
    expect(text).toMatch(
      /Sheet “B Social workers in post”, E\d+ Social workers you employ who are deployed into [^:]+: People must be a whole number, like 41. You gave “many”/,
    )
    expect(await draft.cells()).toEqual(before)

    const done = await draft.confirm({ upload: hidden(page, 'upload'), version: hidden(page, 'version'), all: '1' })
    expect(done.headers.location).toBe(draft.at('/check'))
    expect(await draft.cells()).toEqual({
      has_mhsw: 'yes',
      contact_name: 'Dilys Marlow',
      'sw_emp_in.hc': 43,
      'sw_emp_in.wte': 36.2,
      'sw_generic_posts.hc': 'NC not_recorded',
    })
    expect(textOf((await draft.as.get(draft.at('/check'))).text)).toContain('4 answers from your spreadsheet saved.')
    const { rows } = await test_.sql.query(
      `select distinct via from cell_changes where return_id = $1 and version = 3`,
      [draft.id],
    )
    expect(rows).toEqual([{ via: 'workbook' }])
  })

  test('puts back only the sections that are ticked', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    const file = await filledIn(await draft.download(), { contact_name: 'Dilys Marlow', 'sw_emp_in.hc': 41 })
    await draft.send(file)
    const page = await draft.changes()
    const fields = { upload: hidden(page, 'upload'), version: hidden(page, 'version') }
    expect((await draft.confirm(fields)).status).toBe(422)
    expect((await draft.confirm({ ...fields, sections: ['b'] })).status).toBe(303)
    expect(await draft.cells()).toEqual({ has_mhsw: 'yes', 'sw_emp_in.hc': 41 })
    expect(textOf(await draft.changes())).toContain('1 answer would change: 1 added')
  })

  test('asks which to keep of answers that were changed on the pages meanwhile, one by one', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    const rows = ['asye', 'social_worker', 'consultant', 'team_manager', 'other']
    const names = rows.map((row) => `sw_career_stage.${row}.hc`)
    const all = (value: string) => Object.fromEntries(names.map((name) => [name, value]))
    await draft.save('b', { 'sw_emp_in.hc': '41', ...all('1') })
    const file = await filledIn(await draft.download(), {
      ...Object.fromEntries(names.map((name) => [name, 2])),
      'sw_career_stage.not_known.hc': 7,
    })
    await draft.save('b', all('3'))
    await draft.send(file)
    const page = await draft.changes()
    expect(textOf(page)).toContain('5 answers have been changed on the pages as well')
    expect(textOf(page)).toContain('1 answer would change: 1 added')
    expect(page.match(/<fieldset class="clash">/g)).toHaveLength(5)
    expect(textOf(page)).toContain('On the page: Dilys Marlow, at 9:00am on Saturday 1 February 2020')

    const fields = { upload: hidden(page, 'upload'), version: hidden(page, 'version'), all: '1' }
    const undecided = await draft.confirm({ ...fields, [`choose!${names[0]}`]: 'mine' })
    expect(undecided.status).toBe(409)
    expect(undecided.text.match(/Choose which to keep/g)?.length).toBeGreaterThanOrEqual(4)
    expect((await draft.cells())['sw_career_stage.not_known.hc']).toBeUndefined()

    const choices = Object.fromEntries(names.map((name, at) => [`choose!${name}`, at < 2 ? 'mine' : 'theirs']))
    expect((await draft.confirm({ ...fields, ...choices })).status).toBe(303)
    const cells = await draft.cells()
    expect(names.map((name) => cells[name])).toEqual([2, 2, 3, 3, 3])
    expect(cells['sw_career_stage.not_known.hc']).toBe(7)
  })

  test('does not write over what was changed after the changes were seen', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow' })
    await draft.send(await filledIn(await draft.download(), { contact_name: 'Tomos Hale' }))
    const page = await draft.changes()
    await draft.save('a', { contact_name: 'Ines Corrie' })
    const fields = { upload: hidden(page, 'upload'), version: hidden(page, 'version'), all: '1' }
    const answer = await draft.confirm({ ...fields, 'choose!contact_name': 'mine' })
    expect(answer.status).toBe(409)
    expect(textOf(answer.text)).toContain('Ines Corrie')
    expect((await draft.cells())['contact_name']).toBe('Ines Corrie')
    const now = { ...fields, version: hidden(answer.text, 'version') }
    expect((await draft.confirm({ ...now, 'choose!contact_name': 'mine' })).status).toBe(303)
    expect((await draft.cells())['contact_name']).toBe('Tomos Hale')
  })

  test('leaves what a colleague has typed since, where the file still has what it was sent out with', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow' })
    const file = await draft.download()
    await draft.save('a', { contact_name: 'Ines Corrie', contact_phone: '01632 960 001' })
    await draft.send(file)
    expect(textOf(await draft.changes())).toContain('Everything in it is as it is in the return')
  })

  test('is refused where it is of another organisation', async () => {
    const [ours, theirs] = [await begin(), await begin()]
    const answer = await ours.send(await theirs.download())
    expect(answer.status).toBe(422)
    expect(textOf(answer.text)).toMatch(/The file is of the organisation with the code T8\w+\. This is the return of/)
  })

  test('is refused where its sheets no longer say what they are of', async () => {
    const draft = await begin()
    const file = await changed(await draft.download(), (workbook) => {
      for (const sheet of workbook.worksheets) {
        sheet.eachRow((row) => {
          row.eachCell((cell) => {
            if (typeof cell.value === 'string' && cell.value.startsWith('Workforce Returns 1:')) cell.value = null
          })
        })
      }
    })
    const answer = await draft.send(file)
    expect(answer.status).toBe(422)
    expect(textOf(answer.text)).toContain('does not say which return it belongs to')
  })

  test('of a contributor holds the sections they were given, and changes no others', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    const contributor = await test_.signIn(draft.contributor.email)
    const whole = await draft.download()
    const theirs = new ExcelJS.Workbook()
    await theirs.xlsx.load(Uint8Array.from(await draft.download(contributor)).buffer)
    expect(theirs.worksheets.map(({ name }) => name.slice(0, 2).trim())).toEqual(['In', 'F', 'Li'])

    const file = await filledIn(whole, { contact_name: 'Somebody Else', amhp_emp_any: 'No' })
    expect((await draft.send(file, contributor)).status).toBe(303)
    const page = await draft.changes(contributor)
    expect(textOf(page)).toContain('1 answer would change: 1 added')
    expect(page).not.toContain('Somebody Else')
    const fields = { upload: hidden(page, 'upload'), version: hidden(page, 'version'), sections: ['a', 'f'] }
    expect((await draft.confirm(fields, contributor)).status).toBe(303)
    expect(await draft.cells()).toEqual({ has_mhsw: 'yes', amhp_emp_any: 'no' })
  })

  test('needs the token of our page, and is another for each person', async () => {
    const draft = await begin()
    const file = await draft.download()
    const answer = await draft.as.agent.post(draft.at('/workbook.xlsx')).attach('workbook', file, 'return.xlsx')
    expect(answer.status).toBe(403)
    await draft.send(await filledIn(file, { contact_name: 'Dilys Marlow' }))
    const page = await draft.changes()
    const contributor = await test_.signIn(draft.contributor.email)
    const fields = { upload: hidden(page, 'upload'), version: hidden(page, 'version'), all: '1' }
    expect((await draft.confirm(fields, contributor)).status).toBe(409)
    expect(await draft.cells()).toEqual({})
  })

  test('is refused once the return has closed, and what it would have changed is shown', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    const file = await filledIn(await draft.download(), { contact_name: 'Dilys Marlow' })
    await draft.send(file)
    const page = await draft.changes()
    await test_.sql.query(`update collections set cutoff_at = '2020-01-31T00:00:00Z'`)
    const fields = { upload: hidden(page, 'upload'), version: hidden(page, 'version'), sections: ['a'] }
    const answer = await draft.confirm(fields)
    expect(answer.status).toBe(409)
    expect(textOf(answer.text)).toContain('This closed at 11:59pm on Thursday 30 January 2020.')
    expect((await draft.send(file)).status).toBe(409)
    expect(await draft.cells()).toEqual({ has_mhsw: 'yes' })
  })

  test('may have its rows sorted, columns put in, and sheets renamed or deleted', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    const file = await changed(
      await filledIn(await draft.download(), { 'sw_emp_in.hc': 41, 'sw_emp_out.hc': 4, contact_name: 'Gone' }),
      (workbook) => {
        const { sheet, row } = found(workbook, 'sw_emp_in.hc')
        const moved = sheet.getRow(row).values as ExcelJS.CellValue[]
        sheet.getRow(row).values = []
        sheet.getRow(sheet.rowCount + 2).values = moved
        sheet.spliceColumns(2, 0, ['', 'My notes', 'asked Ann'])
        sheet.name = 'People'
        workbook.removeWorksheet('A Your organisation')
        workbook.removeWorksheet('Instructions')
      },
    )
    expect((await draft.send(file)).status).toBe(303)
    const text = textOf(await draft.changes())
    expect(text).toContain('2 answers would change: 2 added')
    expect(text).toContain('Nothing of section A, Your organisation, is in the file.')
  })

  test('says which of its columns are gone, and leaves what belongs to them as it is', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', { 'sw_emp_in.hc': '41', 'sw_generic_posts.wte!nc': 'not_recorded' })
    const file = await changed(
      await filledIn(await draft.download(), { 'sw_emp_in.hc': 42, 'sw_emp_out.hc': 4 }),
      (workbook) => {
        const { sheet, at } = found(workbook, 'sw_generic_posts.wte')
        sheet.getCell(2, Number(at('reason').col)).value = 'Why not?'
        sheet.getCell(2, Number(found(workbook, 'sw_emp_in.hc').at('answer').col)).value = 'People'
      },
    )
    expect((await draft.send(file)).status).toBe(303)
    const text = textOf(await draft.changes())
    expect(text).toContain('Everything in it is as it is in the return, so nothing would change.')
    expect(text).toContain(
      'Sheet “B Social workers in post” has no column headed “Answer (People)”, so what belongs to it was not read.',
    )
    expect(text).toContain('the column “Not collected: why” of its sheet is gone: it stays not collected.')
  })

  test('is taken as CSV, with an address and a value on each line', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow' })
    const csv =
      '\uFEFFvalue,address\r\n"1,250",sw_emp_in.hc\r\nNC,sw_generic_posts.hc\r\nnot_recorded,sw_generic_posts.wte!nc\r\n,contact_name\r\n5,no_such\r\n'
    expect((await draft.send(Buffer.from(csv), draft.as, 'answers.csv')).status).toBe(303)
    const text = textOf(await draft.changes())
    expect(text).toContain('3 answers would change: 2 added, 0 changed, 1 cleared.')
    expect(text).toContain('say why it is not collected')
    expect(text).toContain('row 6 has the address no_such, which is not among the answers you can give.')
  })

  test('is refused in plain words where it cannot be read, and nothing is kept of it', async () => {
    const draft = await begin()
    const macros = await draft.send(zip([...workbookParts(), { name: 'xl/vbaProject.bin', data: 'x' }]))
    expect(macros.status).toBe(422)
    expect(textOf(macros.text)).toContain('The file contains macros. Save it as an Excel workbook without macros')
    const nothing = await draft.as.post(draft.at('/workbook.xlsx'))
    expect(nothing.status).toBe(422)
    expect(textOf(nothing.text)).toContain('Choose the spreadsheet you filled in.')
    const large = await draft.send(Buffer.alloc(5 * 1024 * 1024 + 1))
    expect(large.status).toBe(413)
    expect(textOf(large.text)).toContain('a file 5 MB')
    expect((await draft.as.get(draft.at('/workbook/changes'))).headers.location).toBe(draft.at('/workbook'))
    const { rows } = await test_.sql.query('select 1 from uploads where return_id = $1', [draft.id])
    expect(rows).toEqual([])
  })

  test('is not there for who signs, but may be taken away by them', async () => {
    const draft = await begin()
    const signatory = await test_.signIn(draft.signatory.email)
    expect((await draft.download(signatory)).length).toBeGreaterThan(10_000)
    expect((await draft.send(await draft.download(), signatory)).status).toBe(404)
  })

  test('keeps what was explained, and says again what must be', async () => {
    const draft = await begin()
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', { 'sw_emp_in.hc': '500', 'sw_emp_in.wte': '50', 'sw_emp_out.hc': '0', 'sw_emp_out.wte': '0' })
    const file = await draft.download()
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(file).buffer)
    const asked = [...eachAddress(workbook)].map(({ address }) => address)
    const [rule = ''] = asked.filter((address) => address.startsWith('explain!'))
    expect(rule).toMatch(/^explain!B\d\d$/)
    await draft.send(await filledIn(file, { [rule]: 'They all work one day a week, on call.' }))
    const page = await draft.changes()
    await draft.confirm({ upload: hidden(page, 'upload'), version: hidden(page, 'version'), all: '1' })
    expect((await draft.cells())[rule]).toBe('They all work one day a week, on call.')
    expect(textOf((await draft.as.get(draft.at('/check'))).text)).toContain('They all work one day a week, on call.')
  })

  test('is read twenty times an hour for one organisation', async () => {
    const draft = await begin()

    const send = () => draft.send(Buffer.from('nothing'), draft.as, 'a.csv')
    expect((await send()).status).toBe(422)
    await test_.sql.query('update throttles set tries = 20 where key = $1', [`workbooks of ${draft.organisationId}`])
    const answer = await send()
    expect(answer.status).toBe(429)
    expect(textOf(answer.text)).toContain('20 files within an hour')
  })
})
