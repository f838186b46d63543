import type { Receipt } from '../../server/domain/returns/receipt'
import { receiptPdf } from '../../server/receipts/receiptPdf'
import { partsTagged, readPdf, tableOf, wordsOf } from './readPdf'

const lines = (count: number, label: string) =>
  Array.from({ length: count }, (_, at) => ({
    code: 'many',
    label: `${label} ${at + 1}`,
    answers: [
      { address: `many.${at}.hc`, column: 'People', text: String(at), isFigure: true, isNothing: false },
      { address: `many.${at}.wte`, column: 'WTE', text: `${at}.50`, isFigure: true, isNothing: false },
    ],
  }))

const columns = [
  { label: 'People', isFigure: true },
  { label: 'WTE', isFigure: true },
]

const plain: Receipt = {
  reference: 'MHSW-2019-T81-1',
  organisation: 'Dŵr & Tŷ Partnership',
  survey: 'Mental health social work workforce survey 2019-20',
  submittedAt: new Date('2020-02-03T09:05:00Z'),
  lines: [
    { label: 'Reference', text: 'MHSW-2019-T81-1' },
    { label: 'Organisation', text: 'Dŵr & Tŷ Partnership (T81)' },
    { label: 'Submitted', text: '9:05am GMT on Monday 3 February 2020' },
  ],
  headlines: [
    { label: 'Social workers you employ', figure: '1,041' },
    { label: 'Vacancies, WTE', figure: 'Not collected' },
  ],
  explained: [{ rule: 'B03', says: ['21 is 17 fewer than last time.'], explanation: 'A team moved to the council.' }],
  uncollected: [{ section: 'H', label: 'Sexual orientation', why: 'We do not record it' }],
  sections: [
    {
      code: 'b',
      letter: 'B',
      title: 'Social workers in post',
      notAsked: [],
      questions: [
        {
          code: 'one',
          label: 'Where did these figures come from?',
          only: { address: 'one', column: '', text: 'Payroll', isFigure: false, isNothing: false },
          columns: [],
          rows: [],
        },
        { code: 'many', label: 'By role', only: undefined, columns, rows: lines(3, 'Role') },
      ],
    },
  ],
}

const withRows = (count: number): Receipt => ({
  ...plain,
  sections: plain.sections.map((section) => ({
    ...section,
    questions: [{ code: 'many', label: 'By role', only: undefined, columns, rows: lines(count, 'Role') }],
  })),
})

const written = async (receipt: Receipt) => readPdf(await receiptPdf(receipt))

describe('the receipt as a PDF', () => {
  test('says what it is, in which language, and that it can be read aloud', async () => {
    const { catalog, info, tree } = await written(plain)
    expect(info.Title).toBe('Receipt MHSW-2019-T81-1')
    expect(catalog.Lang).toBe('en-GB')
    expect(catalog.MarkInfo).toBeDefined()
    expect(catalog.ViewerPreferences).toBeDefined()
    expect(tree.tag).toBe('Document')
  })

  test('has headings for those who go from one to the next', async () => {
    const { tree } = await written(plain)
    const headings = partsTagged(tree, 'H1', 'H2', 'H3', 'H4').map(({ tag, text }) => `${tag} ${text}`)
    expect(headings).toEqual([
      'H1 Receipt',
      'H2 Headline figures',
      'H2 What was explained',
      'H2 What is not collected, and why',
      'H2 What was submitted',
      'H3 B. Social workers in post',
      'H4 By role',
    ])
  })

  test('tells its tables cell by cell, each line and column with its head', async () => {
    const { tree } = await written(plain)
    const [facts, headlines, uncollected, , roles] = partsTagged(tree, 'Table')
    expect(facts && tableOf(facts)).toEqual(plain.lines.map(({ label, text }) => [label, text]))
    expect(headlines && tableOf(headlines)).toEqual([
      ['Figure', 'Submitted'],
      ['Social workers you employ', '1,041'],
      ['Vacancies, WTE', 'Not collected'],
    ])
    expect(uncollected && tableOf(uncollected)[1]).toEqual(['Sexual orientation (section H)', 'We do not record it'])
    const [head, first] = partsTagged(roles ?? tree, 'TR')
    expect(head?.parts.map(({ tag, scope }) => `${tag} ${scope ?? ''}`)).toEqual([
      'TH Column',
      'TH Column',
      'TH Column',
    ])
    expect(first?.parts.map(({ tag, scope, text }) => `${tag} ${scope ?? ''} ${text}`)).toEqual([
      'TH Row Role 1',
      'TD  0',
      'TD  0.50',
    ])
  })

  test('says what was explained', async () => {
    const words = wordsOf((await written(plain)).tree)
    expect(words).toContain('21 is 17 fewer than last time.\nA team moved to the council.')
  })

  test('says so where nothing was explained and everything collected', async () => {
    const words = wordsOf((await written({ ...plain, explained: [], uncollected: [] })).tree)
    expect(words).toContain('Nothing needed an explanation.')
    expect(words).toContain('Everything asked for was collected.')
  })

  test('has the letters of Welsh names, in fonts that are in the file', async () => {
    const { tree, fonts } = await written(plain)
    expect(wordsOf(tree)).toContain('Dŵr & Tŷ Partnership (T81)')
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]+\+/, '')).sort()).toEqual([
      'DejaVuSansCondensed',
      'DejaVuSansCondensed-Bold',
    ])
    expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
  })

  test('shows the heads of a table again on each page, and tells them once', async () => {
    const { pages, tree } = await written(withRows(150))
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages.slice(1)) expect(page.aside).toMatch(/^Of which People WTE\n/)
    const tables = partsTagged(tree, 'Table').map(tableOf)
    const roles = tables.at(-1) ?? []
    expect(roles.filter(([first]) => first === 'Of which')).toHaveLength(1)
    expect(roles.slice(1).map(([first]) => first)).toEqual(lines(150, 'Role').map(({ label }) => label))
  })

  test('says at the foot of each page what it is, and which page of how many', async () => {
    const { pages } = await written(withRows(150))
    expect(pages.map(({ aside }) => aside.split('\n').at(-1))).toEqual(
      pages.map((_page, at) => `Receipt MHSW-2019-T81-1 Page ${at + 1} of ${pages.length}`),
    )
  })

  test('leaves nothing out of an explanation that is longer than a page', async () => {
    const explanation = Array.from({ length: 1_200 }, (_, at) => `word${at}`).join(' ')
    const { tree } = await written({ ...plain, explained: [{ rule: 'B03', says: ['Odd.'], explanation }] })
    expect(wordsOf(tree).replace(/\s+/g, ' ')).toContain(explanation)
  })

  test('is the same bytes whenever it is written, dated by the submission', async () => {
    const [one, other] = [await receiptPdf(plain), await receiptPdf(plain)]
    expect(one.equals(other)).toBe(true)
    expect(readPdf(one).info.CreationDate).toBe('D:20200203090500Z')
    expect(one.equals(await receiptPdf({ ...plain, submittedAt: new Date('2020-02-03T09:06:00Z') }))).toBe(false)
  })

  test('has nothing on a page that is neither told nor said to be aside', async () => {
    const bytes = (await receiptPdf(withRows(60))).toString('latin1')
    const contents = [...bytes.matchAll(/\nstream\n([\s\S]*?)\nendstream/g)].map(([, found]) => found ?? '')
    for (const content of contents.filter((each) => each.includes(' Tf'))) {
      const depths = [...content.matchAll(/ BDC|EMC|\bBT\b/g)].reduce<{ depth: number; bare: number }>(
        ({ depth, bare }, [mark]) =>
          mark === 'BT'
            ? { depth, bare: depth > 0 ? bare : bare + 1 }
            : { depth: depth + (mark === 'EMC' ? -1 : 1), bare },
        { depth: 0, bare: 0 },
      )
      expect(depths).toEqual({ depth: 0, bare: 0 })
    }
  })
})
