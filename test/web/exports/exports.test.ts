import ExcelJS from 'exceljs'
import { mhsw2019 } from '../../../server/surveys/mhsw2019'
import { csvRecords } from '../../support/csvRecords'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'
import { submitted } from '../../support/submitted'

const ours = useApp()
const { db, sql, signIn } = ours

const files = '/network/collections/mhsw-2019/exports'
let analyst: Visitor
let trust: Awaited<ReturnType<typeof submitted>>
let council: Awaited<ReturnType<typeof submitted>>

beforeAll(async () => {
  await setClock(sql, '2020-01-27T09:05:00Z')
  analyst = await signIn((await make(db).person({ staffRole: 'analyst' })).email)
  trust = await submitted(ours, {
    name: '=HYPERLINK("http://elsewhere.example") Trust',
    explanation: '-2+3 is what we counted,\nand it is right',
    via: 'telephone',
    cells: {
      has_mhsw: 'yes',
      'sw_emp_in.hc': 41,
      'sw_emp_in.wte': 36.2,
      'sw_emp_out.hc': 0,
      'sw_emp_out.wte': 0,
      'sw_ext.hc': 3,
      'sw_ext.wte': 2.5,
      'sw_ext_partner.1.org': 'E08900001',
      'sw_ext_partner.3.org': 'E08900002',
      'sw_ext_partner.3.hc': 1,
      amhp_emp_any: 'yes',
      'amhp_emp.hc': 12,
      'amhp_emp.wte': { state: 'not_collected', reason: 'not_extractable' },
      'amhp_emp_prof.social_worker.hc': 7,
      'amhp_emp_prof.psychologist.hc': 5,
      bia_emp_any: 'no',
    },
  })
  await sql.query(`update returns set entries = '{"sw_ext_partner": 3}' where id = $1`, [trust.returnId])
  council = await submitted(ours, { type: 'local_authority', name: 'Eastvale Council', cells: { has_mhsw: 'no' } })
  // Drafts, also one whose submission was taken back, are in no file.
  const draft = await make(db).return({ status: 'in_progress' })
  await sql.query(`insert into cells values ($1, 'has_mhsw', '{"state": "value", "value": "yes"}', 1, app_now())`, [
    draft.id,
  ])
  const withdrawn = await submitted(ours, { cells: { has_mhsw: 'yes' } })
  await sql.query(`update returns set standing_submission_id = null, status = 'in_progress' where id = $1`, [
    withdrawn.returnId,
  ])
})

const take = async (name: string) => {
  const { text, status, headers } = await analyst.get(`${files}/${name}`)
  expect(status).toBe(200)
  return { text, headers: headers as Record<string, string | undefined> }
}

describe('the long file of answers', () => {
  const ofTrust = async () => {
    const lines = csvRecords((await take('answers-long.csv')).text)
    return new Map(
      lines.filter((line) => line.organisation_code === trust.organisation.code).map((line) => [line.address, line]),
    )
  }

  test('has every cell of what stands, and no other, as SQL counts them', async () => {
    const lines = csvRecords((await take('answers-long.csv')).text)
    const given = lines.filter(({ state }) => state === 'value' || state === 'not_collected')
    const { rows } = await sql.query<{ code: string; cells: number }>(
      `select organisations.code, count(*)::int as cells from returns
       join organisations on organisations.id = returns.organisation_id
       join submissions on submissions.id = returns.standing_submission_id, jsonb_object_keys(submissions.cells)
       group by 1 order by 1`,
    )
    expect(rows).toHaveLength(2)
    const counted = rows.map(({ code }) => given.filter((line) => line.organisation_code === code).length)
    expect(counted).toEqual(rows.map(({ cells }) => cells))
    expect(new Set(lines.map(({ submission, address }) => `${submission ?? ''} ${address ?? ''}`)).size).toBe(
      lines.length,
    )
  })

  test('tells nought, not collected, not asked and not answered apart', async () => {
    const said = await ofTrust()
    const at = (address: string) => {
      const { state, value, reason } = said.get(address) ?? {}
      return [state, value, reason]
    }
    expect(at('sw_emp_out.hc')).toEqual(['value', '0', ''])
    expect(at('amhp_emp.wte')).toEqual(['not_collected', '', 'not_extractable'])
    // There are none: it counts as nothing. Of other organisations only: it is missing.
    expect(at('bia_emp')).toEqual(['not_applicable', '', 'none'])
    expect(at('amhp_approved')).toEqual(['not_applicable', '', 'not_asked'])
    expect(at('est_wte')).toEqual(['unanswered', '', ''])
    expect(at('sw_emp_in.wte')).toEqual(['value', '36.2', ''])
  })

  test('says how each cell came, and why an odd figure is right', async () => {
    const said = await ofTrust()
    expect(said.get('sw_emp_in.hc')?.route).toBe('telephone')
    expect(said.get('org_name')?.route).toBe('prefilled')
    expect(said.get('sw_employed.hc')).toMatchObject({ route: 'calculated', value: '41' })
    expect(said.get('est_wte')?.route).toBe('')
    expect(said.get('amhp_emp_prof.psychologist.hc')?.explanation).toContain(
      'F08: -2+3 is what we counted,\nand it is right',
    )
    expect(said.get('explain!F08')?.value).toBe("'-2+3 is what we counted,\nand it is right")
  })

  test('has a line for each entry of a list, and one for a list that has none', async () => {
    const said = await ofTrust()
    expect(said.get('sw_ext_partner.3.org')?.value).toBe('E08900002')
    expect(said.get('sw_ext_partner.3.wte')?.state).toBe('unanswered')
    expect(said.has('sw_ext_partner.2.org')).toBe(false)
    expect(said.has('sw_ext_partner')).toBe(false)
    expect(said.get('sw_out_partner')).toMatchObject({ state: 'not_applicable', reason: 'none' })
  })

  test('says as at when, inside and in its name', async () => {
    const { text, headers } = await take('answers-long.csv')
    expect(headers['content-disposition']).toMatch(/filename=mhsw-2019-answers-long-2020-01-27T09\d\dZ\.csv/)
    expect(text.startsWith('\uFEFFcollection,')).toBe(true)
    expect(new Set(csvRecords(text).map((line) => line.as_at?.slice(0, 13)))).toEqual(new Set(['2020-01-27T09']))
  })
})

describe('the wide file of answers', () => {
  test('has a line for each submission and a column for each address', async () => {
    const lines = csvRecords((await take('answers-wide.csv')).text)
    expect(lines.map((line) => line.organisation_code)).toEqual([trust.organisation.code, council.organisation.code])
    expect(lines[0]).toMatchObject({
      'sw_emp_in.hc': '41',
      'sw_emp_out.hc': '0',
      'amhp_emp.wte': 'NC:not_extractable',
      bia_emp: 'NA:none',
      amhp_approved: 'NA:not_asked',
      est_wte: '',
      sw_ext_partner: '2',
      'sw_ext_partner.1.org': 'E08900001',
      'sw_ext_partner.2.org': '',
      'sw_ext_partner.3.hc': '1',
      return_status: 'submitted',
      essential_only: 'no',
    })
    expect(lines[1]).toMatchObject({ has_mhsw: 'no', 'sw_emp_in.hc': 'NA:none' })
  })
})

test.each(['answers-long.csv', 'answers-wide.csv', 'dictionary.csv'])(
  '%s has no two columns of one name',
  async (name) => {
    const [heading = ''] = (await take(name)).text.split('\r\n')
    const columns = heading.replace('\uFEFF', '').split(',')
    expect(columns.filter((column, at) => columns.indexOf(column) !== at)).toEqual([])
    expect(columns.length).toBeGreaterThan(10)
  },
)

describe('the dictionary', () => {
  const pattern = (address = '') => address.replace(/\.\d+\./, '.*.')

  test('has every address that is in the files', async () => {
    const known = new Set(csvRecords((await take('dictionary.csv')).text).map(({ address }) => address))
    const used = csvRecords((await take('answers-long.csv')).text).map(({ address }) => pattern(address))
    expect(used.filter((address) => !known.has(address))).toEqual([])
  })

  test('says what may be given, when it is asked and what is expected of it', async () => {
    const lines = csvRecords((await take('dictionary.csv')).text)
    expect(lines.find(({ address }) => address === 'amhp_emp.hc')).toMatchObject({
      wording: 'Number of AMHPs you employ',
      column: 'People',
      type: 'integer',
      unit: 'people',
      minimum: '0',
      maximum: '999',
      reference_date: 'on 30 September 2019',
      routing: 'Asked if “Did you employ any AMHPs on 30 September 2019?” (amhp_emp_any) is “Yes”.',
      rules: expect.stringContaining('F01 must hold: the sum of “AMHPs you employ by profession: People”') as string,
    })
  })

  const page = '/network/collections/mhsw-2019/dictionary'

  test('is also a page, for all of the network, a section at a time', async () => {
    const network = await signIn((await make(db).person({ staffRole: 'network' })).email)
    const { text } = await network.get(`${page}?section=f`)
    expect(text).toContain('amhp_emp_prof.psychologist.hc')
    expect(text).toContain(`<a href="${page}?section=f#rule-F01">F01</a>`)
    expect(text).toContain('<li id="rule-F01">F01 must hold: the sum of')
    expect(text).not.toContain('sw_emp_in.hc</code>')
    expect(text).not.toContain('dictionary.csv')
    expect((await analyst.get(page)).text).toContain('dictionary.csv')
    expect((await analyst.get(`${page}?section=zz`)).text).toContain('<code>org_name</code>')
  })

  test('has all its addresses on the pages of its sections', async () => {
    const pages: string[] = []
    for (const { code } of mhsw2019.sections) pages.push((await analyst.get(`${page}?section=${code}`)).text)
    const shown = new Set(pages.flatMap((text) => [...text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, each]) => each)))
    const known = csvRecords((await take('dictionary.csv')).text).map(({ address }) => address)
    expect(known.filter((address) => !shown.has(address))).toEqual([])
  })

  test('is looked up by an address, a rule or words', async () => {
    const look = async (words: string) => (await analyst.get(`${page}?q=${encodeURIComponent(words)}`)).text
    expect(await look('sw_emp_in.hc')).toContain('1 question with “sw_emp_in.hc”')
    expect(await look('PSYCHOLOGIST')).toContain('amhp_emp_prof.psychologist.hc')
    expect(await look('F01')).toContain('amhp_emp_prof.psychologist.hc')
    expect(await look('<nowhere>')).toContain('0 questions with “&lt;nowhere&gt;”')
  })

  test('gives a unit to figures only', async () => {
    const lines = csvRecords((await take('dictionary.csv')).text)
    const units = new Set(lines.filter(({ type }) => type !== 'integer' && type !== 'decimal').map(({ unit }) => unit))
    expect([...units]).toEqual([''])
  })
})

describe('the book of returns', () => {
  const book = async () => {
    const { body } = await analyst.agent
      .get(`${files}/return-book.xlsx`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => {
          done(null, Buffer.concat(parts))
        })
      })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(body as ArrayBuffer)
    return workbook
  }

  test('has a sheet for each section, and the answers as they are in the wide file', async () => {
    const workbook = await book()
    expect(workbook.worksheets.map(({ name }) => name).slice(0, 4)).toEqual([
      'About',
      'Dictionary',
      'Section A',
      'Section B',
    ])
    const sheet = workbook.getWorksheet('Section F')
    const addresses = (sheet?.getRow(2).values ?? []) as unknown[]
    const at = (address: string, row: number) => sheet?.getRow(row).getCell(addresses.indexOf(address)).value
    expect(at('amhp_emp.hc', 3)).toBe(12)
    expect(at('essential_only', 3)).toBe('no')
    expect(at('amhp_emp.wte', 3)).toBe('NC:not_extractable')
    expect(at('organisation', 3)).toBe('=HYPERLINK("http://elsewhere.example") Trust')
    expect(at('amhp_emp.hc', 4)).toBe(null)
  })

  test('says what it is of, as at when, how many submissions it holds, and that it is not for everybody', async () => {
    const about = (await book()).getWorksheet('About')
    const said = Object.fromEntries(
      (about?.getSheetValues() ?? []).flatMap((row) => (Array.isArray(row) ? [[String(row[1]), row[2]]] : [])),
    )
    expect(said).toMatchObject({
      Collection: expect.stringContaining('(mhsw-2019)') as string,
      'As at': expect.stringMatching(/^9:05am on Monday 27 January 2020 \(2020-01-27T09:0/) as string,
      Submissions: 2,
      'Who may see it': expect.stringContaining('figures.csv') as string,
    })
  })

  test('has no formula, and no name of anybody who works here', async () => {
    const workbook = await book()
    const kinds = new Set<ExcelJS.ValueType>()
    workbook.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => kinds.add(cell.type))
      })
    })
    expect(kinds).not.toContain(ExcelJS.ValueType.Formula)
    expect(workbook.creator).toBe('Workforce Returns')
  })
})

describe('every file', () => {
  test.each(['answers-long.csv', 'answers-wide.csv', 'dictionary.csv'])(
    '%s has nothing taken for a formula',
    async (name) => {
      const cells = csvRecords((await take(name)).text).flatMap((line) => Object.values(line))
      expect(cells.filter((cell) => /^[\s"\0]*[=+@\uFF1D\t\r]/.test(cell))).toEqual([])
      expect(cells.filter((cell) => cell.startsWith('-') && Number.isNaN(Number(cell)))).toEqual([])
    },
  )

  test.each(['answers-long.csv', 'answers-wide.csv', 'return-book.xlsx'])(
    '%s can be asked after without taking it',
    async (name) => {
      const { status, headers } = await analyst.agent.head(`${files}/${name}`)
      expect([status, headers['content-disposition']]).toEqual([200, expect.stringContaining(name.split('.')[0] ?? '')])
    },
  )

  test('is of a collection that there is', async () => {
    expect((await analyst.get('/network/collections/mhsw-1066/exports/answers-long.csv')).status).toBe(404)
  })

  test('is listed on a page that says how many submissions stand', async () => {
    const { text } = await analyst.get(files)
    expect(text).toContain('2 submissions stand, as at 9:05am on Monday 27 January 2020')
    expect(text).toContain(`${files}/answers-long.csv`)
  })
})
