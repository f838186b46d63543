import type { Kysely } from 'kysely'
import { addOrganisation } from '../../server/actions/addOrganisation'
import { addPerson } from '../../server/actions/addPerson'
import { importWorkbook } from '../../server/actions/importWorkbook'
import { keepUpload } from '../../server/actions/keepUpload'
import { requestSignature } from '../../server/actions/requestSignature'
import { saveSection } from '../../server/actions/saveSection'
import { submitReturns } from '../../server/actions/submitReturns'
import { arrivedNow } from '../../server/clock'
import { cellsOf } from '../../server/db/cells'
import { findOwnReturn } from '../../server/db/returns'
import type { Database } from '../../server/db/schema'
import { sheetOfReturn } from '../../server/db/sheetOfReturn'
import type { Cell, Cells } from '../../server/domain/survey/cells'
import type { SurveyDefinition } from '../../server/domain/survey/definition'
import { explanationAddress, explanationFor } from '../../server/domain/survey/explanations'
import { atlasOf } from '../../server/domain/survey/places'
import { checkReturn, isReady } from '../../server/domain/survey/progress'
import type { Typed } from '../../server/domain/survey/readSection'
import type { Sheet } from '../../server/domain/survey/sheet'
import { typedAs } from '../../server/domain/kinds'
import { rawCsv } from '../../server/workbooks/rawCsv'
import type { Employer } from './employer'
import { fill } from './fill'

const publicUrl = 'http://localhost:3000'

interface PuttingIn {
  readonly db: Kysely<Database>
  readonly definition: SurveyDefinition
  /** An administrator of the network. */
  readonly admin: string
}

/** An employer in the register with its two people and the return it is asked for. */
interface Entered {
  readonly returnId: string
  readonly preparer: string
  readonly signatory: string
}

/** Enters an organisation in the register and asks it for a return, as the network does. */
export async function enter(
  { db, definition, admin }: PuttingIn,
  organisation: Employer['organisation'],
): Promise<string> {
  const by = { by: admin, arrival: arrivedNow(), collections: [definition.code] }
  const added = await addOrganisation({ db }, { ...by, organisation })
  if (added.kind !== 'added') throw new Error(`${organisation.name} cannot be entered: ${added.fields.join()}`)
  return added.id
}

async function people({ db, admin }: PuttingIn, { organisation }: Employer) {
  const add = async (role: 'preparer' | 'signatory', name: string) => {
    const email = `${role}@${organisation.emailDomains[0] ?? ''}`
    const does = { for: 'employer', role, organisation: organisation.code } as const
    const added = await addPerson({ db }, { by: admin, arrival: arrivedNow(), name, email, telephone: null, does })
    if (added.kind !== 'added') throw new Error(`${email}: ${added.kind}`)
    return added.id
  }
  return { preparer: await add('preparer', 'Dilys Marlow'), signatory: await add('signatory', 'Ines Corrie') }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A return as a file of two columns, as an employer would send it. */
function fileOf(cells: Cells, definition: SurveyDefinition): string {
  const line = ([address, cell]: [string, Cell]): string => {
    if (cell.state === 'not_collected') return `${quoted(`${address}!nc`)},${cell.reason}`
    const place = atlasOf(definition).place(address)
    if (!place) throw new Error(`There is no ${address} in ${definition.code}`)
    return `${quoted(address)},${quoted(typedAs(place.box, cell.value))}`
  }
  return ['address,value', ...Object.entries(cells).map(line)].join('\r\n')
}

/** Sends a file and lets it be put into the return, as on the pages about workbooks. */
async function importAll({ db, definition }: PuttingIn, { returnId, preparer }: Entered, cells: Cells): Promise<void> {
  const read = await rawCsv(Buffer.from(fileOf(cells, definition)))
  if (read.kind !== 'read') throw new Error(`The file cannot be read: ${JSON.stringify(read)}`)
  const own = { returnId, personId: preparer }
  const uploadId = await keepUpload({ db }, { ...own, name: 'return.csv', file: read.file, version: 0 })
  const sections = definition.sections.map(({ code }) => code)
  const seen = { uploadId, seenAt: 0, sections, choices: new Map(), arrival: arrivedNow() }
  const put = await importWorkbook({ db }, { ...own, ...seen })
  if (put.kind !== 'put_in' || put.left > 0) throw new Error(`The file is not put in: ${JSON.stringify(put)}`)
}

async function sheetIn({ db, definition }: PuttingIn, { returnId, preparer }: Entered): Promise<Sheet> {
  const found = await findOwnReturn(db, preparer, returnId, arrivedNow())
  if (!found) throw new Error('There is no such return')
  return sheetOfReturn(db, found, definition, await cellsOf(db, returnId))
}

/** What is said of each soft rule that does not hold, section by section, as on their pages. */
async function explainAll(putting: PuttingIn, entered: Entered): Promise<Sheet> {
  const sheet = await sheetIn(putting, entered)
  for (const { section, broken } of checkReturn(sheet)) {
    const unexplained = broken.filter(
      (each) => each.rule.level === 'soft' && explanationFor(each, sheet.cells).kind !== 'live',
    )
    const typed = Object.fromEntries(
      unexplained.map(({ rule }) => [explanationAddress(rule.code), 'Checked with the teams: it is so.']),
    )
    if (unexplained.length > 0) await save(putting, entered, section.code, typed)
  }
  return sheetIn(putting, entered)
}

/** Saves some answers of one section, as its page does. */
export async function save(
  { db }: PuttingIn,
  { returnId, preparer }: Entered,
  sectionCode: string,
  typed: Typed,
): Promise<void> {
  const scope = { employer: preparer }
  const rest = { drawnAt: null, via: 'typed', arrival: arrivedNow() } as const
  const saved = await saveSection({ db }, { scope, returnId, sectionCode, typed, ...rest })
  if (saved.kind !== 'saved' || saved.problems.length > 0)
    throw new Error(
      `Section ${sectionCode} is not saved: ${saved.kind === 'saved' ? saved.problems[0]?.says : saved.kind}`,
    )
}

const declared = ({ organisation, named }: Employer): Typed => ({
  decl_name: 'Ines Corrie',
  decl_role: 'authorised_deputy',
  decl_job_title: 'Head of Social Work',
  decl_email: `signatory@${organisation.emailDomains[0] ?? ''}`,
  decl_accurate: 'yes',
  decl_warnings: 'yes',
  decl_partners: 'yes',
  decl_identify: named ? 'named' : 'unnamed',
  decl_no_personal: 'yes',
})

/** Explains what is odd, asks for a signature, and signs. */
export async function sign(putting: PuttingIn, entered: Entered, employer: Employer): Promise<void> {
  const { db } = putting
  const sheet = await explainAll(putting, entered)
  const stopping = checkReturn(sheet).filter((each) => !isReady(each))
  if (stopping.length > 0)
    throw new Error(`${employer.organisation.name} is not ready: ${JSON.stringify(whyNot(stopping))}`)
  const { returnId, preparer, signatory } = entered
  const services = { db, publicUrl }
  const asked = { personId: preparer, by: 'Dilys Marlow', returnId, arrival: arrivedNow() }
  const requested = await requestSignature(services, asked)
  if (requested.kind !== 'requested') throw new Error(`${employer.organisation.name}: ${requested.kind}`)
  const signing = { personId: signatory, by: 'Ines Corrie', returnId, alsoId: null, arrival: arrivedNow() }
  const submitted = await submitReturns(services, { ...signing, typed: declared(employer) })
  if (submitted.kind !== 'submitted') throw new Error(`${employer.organisation.name}: ${JSON.stringify(submitted)}`)
}

const whyNot = (checks: ReturnType<typeof checkReturn>) =>
  checks.map(({ section, missing, broken, beyond }) => ({
    section: section.code,
    missing: missing.map(({ address }) => address),
    broken: broken.map(({ rule }) => rule.code),
    beyond: beyond.map(({ says }) => says),
  }))

/** Puts in a whole return through the product's own actions, from the register to the signature. */
export async function putIn(putting: PuttingIn, employer: Employer): Promise<Entered> {
  const { db, definition } = putting
  const organisationId = await enter(putting, employer.organisation)
  const { id: returnId } = await db
    .selectFrom('returns')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .select('returns.id')
    .where('organisationId', '=', organisationId)
    .where('collections.code', '=', definition.code)
    .executeTakeFirstOrThrow()
  const entered = { returnId, ...(await people(putting, employer)) }
  await importAll(putting, entered, fill(employer, definition))
  await sign(putting, entered, employer)
  return entered
}
