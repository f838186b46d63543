import ExcelJS from 'exceljs'
import { setClock } from '../../support/clock'
import type { TestApp } from '../../support/app'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'
import { found } from '../../workbooks/cellByAddress'

/** In the middle of the collection. */
export const DURING = '2020-02-01T09:00:00Z'

type Fields = Readonly<Record<string, string | readonly string[]>>

/** An employer in the middle of its collection, with a preparer who has a spreadsheet program. */
export async function startWorkbook(test: TestApp, given: Parameters<ReturnType<typeof make>['employer']>[0] = {}) {
  await setClock(test.sql, DURING)
  const made = await make(test.db).employer(given)
  const as = await test.signIn(made.preparer.email)
  const { id } = made.return
  const at = (path = '') => `/returns/${id}${path}`
  return {
    ...made,
    id,
    at,
    as,
    save: (section: string, fields: Fields, by: Visitor = as) => by.post(at(`/sections/${section}`), fields),
    download: (by: Visitor = as) => downloaded(by, at('/workbook.xlsx')),
    send: (file: Buffer, by: Visitor = as, name = 'return.xlsx') => sent(by, at('/workbook.xlsx'), file, name),
    changes: async (by: Visitor = as) => (await by.get(at('/workbook/changes'))).text,
    confirm: (fields: Fields, by: Visitor = as) => by.post(at('/workbook/confirmation'), fields),
    cells: async () => {
      const { rows } = await test.sql.query<{ address: string; cell: { value?: unknown; reason?: string } }>(
        'select address, cell from cells where return_id = $1',
        [id],
      )
      return Object.fromEntries(rows.map(({ address, cell }) => [address, cell.value ?? `NC ${cell.reason ?? ''}`]))
    },
  }
}

export const binary = (test: ReturnType<Visitor['get']>) =>
  test.buffer(true).parse((res, done) => {
    const pieces: Buffer[] = []
    res.on('data', (piece: Buffer) => pieces.push(piece))
    res.on('end', () => {
      done(null, Buffer.concat(pieces))
    })
  })

async function downloaded(by: Visitor, path: string): Promise<Buffer> {
  const answer = await binary(by.get(path))
  expect(answer.status).toBe(200)
  return answer.body as Buffer
}

export async function sent(by: Visitor, path: string, file: Buffer, name: string) {
  const token = await by.csrf()
  return by.agent.post(path).field('_csrf', token).attach('workbook', file, name)
}

type Written = ExcelJS.CellValue

/** The file with other answers in it, as somebody would type them; a reason where `address!nc` is named. */
export async function filledIn(file: Buffer, answers: Readonly<Record<string, Written>>): Promise<Buffer> {
  return changed(file, (workbook) => {
    for (const [name, value] of Object.entries(answers)) {
      const { at } = found(workbook, name.replace(/!nc$/, ''))
      at(name.endsWith('!nc') ? 'reason' : 'answer').value = value
    }
  })
}

/** The file after somebody has done something to it. */
export async function changed(file: Buffer, how: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(file).buffer)
  how(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** What the page of changes says, as text. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#34;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
