import { changesPage } from './changesPage'
import { comparedWith } from './compared'
import { holdFile } from './holdFile'
import { draw } from './pages'
import { startPage } from './startPage'
import { countTry } from '../../actions/countTry'
import { keepUpload } from '../../actions/keepUpload'
import type { Upload } from '../../db/uploads'
import type { Services } from '../../services'
import { versionOf, wrongFile } from '../../workbooks/belonging'
import { readApart } from '../../workbooks/readApart'
import { refusals, type FileRefusal } from '../../workbooks/refusals'
import type { ReturnVisit } from '../route'

type Uses = Pick<Services, 'db' | 'log'>

const HOURLY = 20

/** Whose file is being read just now: one at a time for each person. */
const reading = new Set<string>()

/** Reads a file that somebody sends back, keeps it aside, and leads them to what it would change. */
export async function takeIn(services: Uses, visit: ReturnVisit): Promise<void> {
  const { found, person, req } = visit
  const file = req.file
  if (!file) {
    draw(visit, 'workbook/start', startPage(found, 'Choose the spreadsheet you filled in.'), 422)
  } else if (reading.has(person.id)) {
    draw(visit, 'workbook/start', startPage(found, 'Your last file is still being read. Try again in a moment.'), 429)
  } else {
    reading.add(person.id)
    await readIn(services, visit, file).finally(() => reading.delete(person.id))
  }
}

async function readIn(services: Uses, visit: ReturnVisit, sent: Express.Multer.File): Promise<void> {
  const { found, person } = visit
  const key = `workbooks of ${found.organisation.id}`
  const counted = await countTry(services, [{ key, most: HOURLY, seconds: 60 * 60 }])
  if (counted.kind === 'too_many') {
    const minutes = Math.ceil(counted.waitSeconds / 60)
    const says = `Your organisation has sent ${HOURLY} files within an hour. Send the next one in ${minutes} minutes.`
    draw(visit, 'workbook/start', startPage(found, says), 429)
    return
  }
  const read = await readApart(sent.buffer)
  const wrong = read.kind === 'refused' ? refusals[read.because] : wrongFile(read.file, found)
  if (read.kind === 'refused' || wrong !== undefined) {
    refuse(services, visit, read.kind === 'refused' ? read.because : 'wrong_return', wrong)
    return
  }
  const name = sent.originalname.slice(0, 200)
  const upload = { name, file: read.file, version: versionOf(read.file, found.version) }
  const id = await keepUpload(services, { ...upload, returnId: found.id, personId: person.id })
  await holdFile(services, visit, upload)
  await lead(services, visit, { ...upload, id })
}

function refuse(
  { log }: Uses,
  visit: ReturnVisit,
  because: FileRefusal | 'wrong_return',
  says: string | undefined,
): void {
  const { found, person } = visit
  log.info({ event: 'file_refused', because, personId: person.id, returnId: found.id }, 'a file was refused')
  draw(visit, 'workbook/start', startPage(found, says), 422)
}

/** To the page of changes; where none of them can be made, they are shown at once, with the reason. */
async function lead(services: Uses, visit: ReturnVisit, upload: Upload): Promise<void> {
  const { found, res } = visit
  const page = changesPage(found, upload, await comparedWith(services, visit, upload))
  if (page.sections.length > 0 && !page.canApply) draw(visit, 'workbook/changes', page, 409)
  else res.redirect(303, `/returns/${found.id}/workbook/changes`)
}
