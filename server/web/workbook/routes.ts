import { confirm } from './confirm'
import { draftOf, comparedWith } from './compared'
import { changesPage } from './changesPage'
import { draw } from './pages'
import { startPage } from './startPage'
import { takeIn } from './takeIn'
import { cutoffInWords } from '../../domain/collections/calendar'
import { returnCutoff } from '../../domain/collections/opening'
import type { OwnReturn } from '../../db/foundReturn'
import { findUpload } from '../../db/uploads'
import type { Services } from '../../services'
import { returnWorkbook, writtenWorkbook } from '../../workbooks/returnWorkbook'
import { ownReturn, type ReturnVisit, type Route } from '../route'

type Uses = Pick<Services, 'db' | 'log'>

/** Those who fill it in; a signatory may only take it away. */
const fillers = ['preparer', 'contributor'] as const

/** A return as a spreadsheet: out, in, and what it would change in between. */
export const workbookRoutes = (services: Uses): Route[] => [
  ownReturn('get', '/returns/:id/workbook.xlsx', (visit) => send(services, visit)),
  ownReturn('post', '/returns/:id/workbook.xlsx', (visit) => takeIn(services, visit), fillers),
  ownReturn(
    'get',
    '/returns/:id/workbook',
    (visit) => {
      draw(visit, 'workbook/start', startPage(visit.found))
    },
    fillers,
  ),
  ownReturn('get', '/returns/:id/workbook/changes', (visit) => showChanges(services, visit), fillers),
  ownReturn('post', '/returns/:id/workbook/confirmation', (visit) => confirm(services, visit), fillers),
]

const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function send(services: Uses, { res, found }: ReturnVisit): Promise<void> {
  const { sheet, sections, names } = await draftOf(services, found)
  const workbook = returnWorkbook({
    sheet,
    sections,
    names,
    version: found.version,
    entries: found.entries,
    closes: closingWords(
      found,
      sections.map(({ code }) => code),
    ),
    now: found.now,
  })
  const name = `${found.collection.code}-${found.organisation.code}.xlsx`.replaceAll(/[^\w.-]/g, '-')
  res
    .attachment(name)
    .type(KIND)
    .send(await writtenWorkbook(workbook))
}

const closingWords = ({ openness }: OwnReturn, sections: readonly string[]): string =>
  cutoffInWords(returnCutoff(openness, sections) ?? openness.cutoffAt)

async function showChanges({ db }: Uses, visit: ReturnVisit): Promise<void> {
  const { found, person, res } = visit
  const upload = await findUpload(db, { returnId: found.id, personId: person.id })
  if (!upload) res.redirect(303, `/returns/${found.id}/workbook`)
  else draw(visit, 'workbook/changes', changesPage(found, upload, await comparedWith({ db }, visit, upload)))
}
