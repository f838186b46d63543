import type { TestApp } from '../../support/app'
import { make } from '../../support/make'
import { startDraft } from './draft'

type Fields = Readonly<Record<string, string | readonly string[]>>

/** An employer asked for a return in the social work survey and in the peer support survey, which are open together. */
export async function startSisters(test: TestApp, given: Parameters<typeof startDraft>[1] = {}) {
  const draft = await startDraft(test, given)
  const { id: collectionId } = await make(test.db).collection({
    code: 'psw-2019',
    title: 'Peer support worker workforce survey 2019-20',
  })
  const { id } = await make(test.db).return({ organisationId: draft.organisationId, collectionId })
  const at = (path = '') => `/returns/${id}${path}`
  const peer = {
    ...draft,
    id,
    at,
    read: async (section: string) => (await draft.as.get(at(`/sections/${section}`))).text,
    save: (section: string, fields: Fields) => draft.as.post(at(`/sections/${section}`), fields),
    patch: (section: string, json: object) => draft.as.patch(at(`/sections/${section}`), json),
  }
  return { social: draft, peer }
}

export interface StoredReturn {
  readonly status: string
  readonly version: number
  readonly progress: Readonly<Record<string, { soft: number; explained: number }>>
}

/** A return as it is kept. */
export async function stored(test: TestApp, id: string): Promise<StoredReturn> {
  const { rows } = await test.sql.query<StoredReturn>('select status, version, progress from returns where id = $1', [
    id,
  ])
  const [row] = rows
  if (!row) throw new Error('There is no such return')
  return row
}

/** What is kept at one address; undefined where nothing is. */
export async function valueAt(test: TestApp, id: string, address: string): Promise<unknown> {
  const { rows } = await test.sql.query<{ cell: { value?: unknown } }>(
    'select cell from cells where return_id = $1 and address = $2',
    [id, address],
  )
  return rows[0]?.cell.value
}
