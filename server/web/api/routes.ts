import { findCollection, type FoundCollection } from '../../db/collections'
import { findExported } from '../../db/exports'
import { collectionsPart, findListedReturn, organisationsPart, returnsPart, submissionsPart } from '../../db/listed'
import { countedReturns } from '../../db/worklistCounts'
import { responseRate } from '../../domain/chasing/responses'
import { answersOf } from '../../domain/exports/answers'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import { anyone, token, type Route, type Visit } from '../route'
import { sendAnswers } from './answersRoute'
import { sendList } from './lists'
import { listFigures, listReleases, listTables } from './figuresRoutes'
import { apiDocument } from './openapi/document'
import { saidCollection, saidOrganisation, saidReturn, saidSections, saidSubmission } from './said'
import { saidWholeReturn, saidWholeSubmission } from './said'
import { sendJson } from './send'

type Reads = Pick<Services, 'db' | 'publicUrl'>

/** What other systems may read, with a token. Nothing can be changed here. */
export const apiRoutes = (services: Reads): Route[] => [
  anyone('get', '/api/v1/openapi.json', (visit) => {
    sendJson(visit, apiDocument(services.publicUrl))
  }),
  token('collections', '/api/v1/collections', (visit) => listCollections(services, visit)),
  token('collections', '/api/v1/collections/:code', (visit) => showCollection(services, visit)),
  token('organisations', '/api/v1/organisations', (visit) => listOrganisations(services, visit)),
  token('returns', '/api/v1/collections/:code/returns', (visit) => listReturns(services, visit)),
  token('answers', '/api/v1/collections/:code/answers', (visit) => listAnswers(services, visit)),
  token('figures', '/api/v1/collections/:code/releases', (visit) => askReleases(services, visit)),
  token('figures', '/api/v1/collections/:code/figures', (visit) => askFigures(services, visit)),
  token('figures', '/api/v1/collections/:code/tables', (visit) => askTables(services, visit)),
  token('returns', '/api/v1/returns/:id', (visit) => showReturn(services, visit)),
  token('returns', '/api/v1/returns/:id/submissions', (visit) => listSubmissions(services, visit)),
  token('answers', '/api/v1/submissions/:id', (visit) => showSubmission(services, visit)),
]

async function collectionAt({ db }: Reads, { req }: Visit): Promise<FoundCollection> {
  const collection = await findCollection(db, String(req.params.code))
  if (!collection) throw new NotFound()
  return collection
}

const listCollections = (services: Reads, visit: Visit) =>
  sendList(services, visit, {
    key: 'code',
    read: (part) => collectionsPart(services.db, part),
    keyOf: ({ code }) => code,
    said: saidCollection,
  })

const listOrganisations = (services: Reads, visit: Visit) =>
  sendList(services, visit, {
    key: 'code',
    read: (part) => organisationsPart(services.db, part),
    keyOf: ({ code }) => code,
    said: saidOrganisation,
  })

async function showCollection(services: Reads, visit: Visit): Promise<void> {
  const collection = await collectionAt(services, visit)
  const { responses, frame } = responseRate(await countedReturns(services.db, collection.id))
  const sections = saidSections(definitionOf(collection.code))
  sendJson(visit, { ...saidCollection(collection), responses, asked: frame, sections })
}

async function listReturns(services: Reads, visit: Visit): Promise<void> {
  const collection = await collectionAt(services, visit)
  const definition = definitionOf(collection.code)
  await sendList(services, visit, {
    key: 'id',
    read: (part) => returnsPart(services.db, collection.id, part),
    keyOf: ({ id }) => id,
    said: (row) => saidReturn(row, definition),
  })
}

async function listAnswers(services: Reads, visit: Visit): Promise<void> {
  await sendAnswers(services, visit, await collectionAt(services, visit))
}

const askReleases = async (services: Reads, visit: Visit) =>
  listReleases(services, visit, await collectionAt(services, visit))

const askFigures = async (services: Reads, visit: Visit) =>
  listFigures(services, visit, await collectionAt(services, visit))

const askTables = async (services: Reads, visit: Visit) =>
  listTables(services, visit, await collectionAt(services, visit))

async function returnAt({ db }: Reads, { req }: Visit) {
  const found = await findListedReturn(db, String(req.params.id))
  if (!found) throw new NotFound()
  return found
}

async function showReturn(services: Reads, visit: Visit): Promise<void> {
  const found = await returnAt(services, visit)
  sendJson(visit, saidWholeReturn(found, definitionOf(found.collection)))
}

async function listSubmissions(services: Reads, visit: Visit): Promise<void> {
  const { id } = await returnAt(services, visit)
  await sendList(services, visit, {
    key: 'number',
    read: (part) => submissionsPart(services.db, id, part),
    keyOf: ({ number }) => String(number),
    said: saidSubmission,
  })
}

async function showSubmission({ db }: Reads, visit: Visit): Promise<void> {
  const exported = await findExported(db, String(visit.req.params.id))
  if (!exported) throw new NotFound()
  sendJson(visit, saidWholeSubmission(exported, answersOf(exported, definitionOf(exported.definition))))
}
