import type { Cells } from '../../../server/domain/survey/cells'
import type { TestApp } from '../../support/app'
import type { Visitor } from '../../support/signIn'

export interface Submitting {
  readonly returnId: string
  readonly signedBy: string
  readonly number?: number
  readonly cells?: Cells
  readonly explained?: readonly { rule: string; says: string[]; explanation: string }[]
  readonly definition?: string
  readonly version?: number
}

/** A submission as it stands in ink, with what a test says was in it. */
export async function submitted({ db }: TestApp, given: Submitting): Promise<{ id: string; reference: string }> {
  const { number = 1, cells = {}, explained = [], definition = 'mhsw-2019', version = 1, ...of } = given
  const made = await db
    .insertInto('submissions')
    .values({
      ...of,
      number,
      reference: `MHSW-2019-T8X-${number}-${of.returnId.slice(0, 8)}`,
      definition,
      cells: JSON.stringify(cells),
      explained: JSON.stringify(explained),
      hash: 'a'.repeat(60) + String(number).padStart(4, '0'),
      version,
      nil: false,
      identified: true,
      decidedAt: new Date('2020-01-30T14:05:00Z'),
    })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
  await db
    .updateTable('returns')
    .set({ status: 'submitted', standingSubmissionId: made.id })
    .where('id', '=', of.returnId)
    .execute()
  return made
}

export const value = (given: string | number | readonly string[]) => ({ state: 'value', value: given }) as const
export const uncollected = { state: 'not_collected', reason: 'not_recorded' } as const

/** Something of sections A, B, F and Q. */
export const said: Cells = {
  org_name: value('Thornmere & Dŵr Trust'),
  org_type: value('nhs_trust'),
  org_code: value('T8X'),
  has_mhsw: value('yes'),
  contact_name: value('Dilys <b>Marlow</b>'),
  'sw_emp_in.hc': value(1_041),
  'sw_emp_in.wte': value(936.2),
  'sw_emp_out.hc': value(0),
  'sw_emp_out.wte': value(0),
  'sw_employed.hc': value(1_041),
  'sw_employed.wte': value(936.2),
  amhp_emp_any: value('yes'),
  'amhp_emp.hc': value(17),
  'amhp_emp.wte': uncollected,
  decl_name: value('Ines Corrie'),
  decl_role: value('chief_executive'),
}

/** A file as it was sent. */
export const download = (who: Visitor, path: string) =>
  who
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => {
        done(null, Buffer.concat(parts))
      })
    })
