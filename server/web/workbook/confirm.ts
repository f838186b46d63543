import { changesPage, choiceName, clashId, type Chosen } from './changesPage'
import { comparedWith } from './compared'
import { draw } from './pages'
import { holdFile } from './holdFile'
import { shutWords } from './shutWords'
import { startPage } from './startPage'
import { labelAt } from '../../domain/reading/labels'
import { counted } from '../../domain/reading/counted'
import { importWorkbook, type WorkbookImported } from '../../actions/importWorkbook'
import { findOwnReturn } from '../../db/returns'
import type { Choice } from '../../db/putIn'
import { findUpload, type Upload } from '../../db/uploads'
import { actorOf } from '../../domain/returns/actor'
import { judgedSections } from '../../domain/returns/editing'
import { givenSections } from '../../domain/returns/givenSections'
import type { Address } from '../../domain/survey/cells'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { flash } from '../flash'
import { manyOf, typedIn } from '../forms'
import type { ReturnVisit } from '../route'

type Reads = Pick<Services, 'db'>

/** Keeps what was seen and confirmed: the sections chosen, in one go. */
export async function confirm(services: Reads, visit: ReturnVisit): Promise<void> {
  const { found, person, req, arrival } = visit
  const upload = await findUpload(services.db, { returnId: found.id, personId: person.id })
  const typed = typedIn(req)
  if (!upload || upload.id !== typed.upload) {
    draw(visit, 'workbook/start', startPage(found, GONE), 409)
    return
  }
  const chosen = chosenIn(visit, upload)
  if (chosen.sections.length === 0) {
    const problems = [{ address: 'sections', says: 'Tick at least one section to put back.' }]
    await drawAgain(services, visit, { ...chosen, problems }, 422)
    return
  }
  const outcome = await importWorkbook(services, {
    personId: person.id,
    returnId: found.id,
    uploadId: upload.id,
    seenAt: versionIn(typed.version),
    sections: chosen.sections,
    choices: chosen.choices,
    arrival,
  })
  await answer(services, visit, chosen, outcome)
}

/** Without a version nothing counts as having been seen. */
const versionIn = (typed = ''): number => (/^\d{1,9}$/.test(typed) ? Number(typed) : 0)

const GONE = 'That file has waited too long, or you have sent another one since. Choose the file again.'

interface Choosing extends Chosen {
  readonly upload: Upload
  readonly choices: ReadonlyMap<Address, Choice>
}

function chosenIn(visit: ReturnVisit, upload: Upload): Choosing {
  const typed = typedIn(visit.req)
  const prefix = choiceName('')
  const choices = Object.entries(typed).flatMap(([name, choice]): [Address, Choice][] =>
    name.startsWith(prefix) && isChoice(choice) ? [[name.slice(prefix.length), choice]] : [],
  )
  return { upload, problems: [], choices: new Map(choices), sections: sectionsIn(visit) }
}

/** Those that were ticked, or, where everything was asked for, those that can be changed now. */
function sectionsIn({ found, req }: ReturnVisit): string[] {
  const given = givenSections(definitionOf(found.collection.code), found.assigned)
  const { open } = judgedSections(found, given, actorOf(found, undefined))
  const ticked = manyOf(req, 'sections')
  const wanted =
    manyOf(req, 'all').length > 0 && open.length > 0 ? open : given.filter(({ code }) => ticked.includes(code))
  return wanted.map(({ code }) => code)
}

const isChoice = (typed: string): typed is Choice => typed === 'mine' || typed === 'theirs'

async function answer(services: Reads, visit: ReturnVisit, chosen: Choosing, outcome: WorkbookImported): Promise<void> {
  const { found, res } = visit
  switch (outcome.kind) {
    case 'put_in':
      flash(visit, doneWords(outcome))
      res.redirect(303, `/returns/${found.id}/check`)
      return
    case 'undecided':
      await drawAgain(services, visit, { ...chosen, problems: outcome.addresses.map(toChoose(visit)) }, 409)
      return
    case 'refused': {
      await holdFile(services, visit, chosen.upload)
      const { says } = shutWords(outcome.because, found, { code: chosen.sections[0] ?? '', isHeld: true })
      await drawAgain(services, visit, { ...chosen, problems: [{ address: 'sections', says }] }, 409)
      return
    }
    case 'gone':
      draw(visit, 'workbook/start', startPage(found, GONE), 409)
      return
    case 'not_found':
      throw new NotFound()
  }
}

const toChoose =
  ({ found }: ReturnVisit) =>
  (address: Address) => {
    const label = labelAt(address, definitionOf(found.collection.code))
    return { address: `${clashId(address)}-mine`, says: `Choose which to keep: ${label}` }
  }

function doneWords({ addresses, left }: Extract<WorkbookImported, { kind: 'put_in' }>): string {
  const changed = addresses.length
  const done =
    changed === 0 ? 'Nothing had to be changed.' : `${counted(changed, 'answer')} from your spreadsheet saved.`
  return left === 0 ? done : `${done} ${counted(left, 'answer')} left as on the page.`
}

/** The page of changes once more, as things are now, with what was chosen on it. */
async function drawAgain({ db }: Reads, visit: ReturnVisit, chosen: Choosing, status: number): Promise<void> {
  const found = await findOwnReturn(db, visit.person.id, visit.found.id, visit.arrival)
  if (!found) throw new NotFound()
  const compared = await comparedWith({ db }, { found, person: visit.person }, chosen.upload)
  draw(visit, 'workbook/changes', changesPage(found, chosen.upload, compared, chosen), status)
}
