import type { TestApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { staffed, trustsIn, type Trust } from '../../support/releases'

/** What each of the others employs: figures that are nobody else's, in no round number. */
export const employedBy = (number: number): number => Math.round((103.37 + number * 3.41) * 100) / 100

export interface Many {
  /** The one whose people look: it lies in a region with two others. */
  readonly ours: Trust
  /** Those of the others who agreed to be named. */
  readonly named: readonly Trust[]
  readonly others: readonly Trust[]
  readonly preparer: string
  readonly contributor: string
  readonly signatory: string
  readonly analyst: string
  /** What nobody but its owner may see: as the others typed it, and as rates of a million people. */
  readonly canaries: readonly string[]
}

const OURS = 120.5
/** So many have said how many posts are vacant: too few for a group. */
const WITH_VACANCIES = 3

/** Thirty trusts that have submitted, and the people of one of them. The collection has closed. */
export async function manyTrusts({ db, sql }: TestApp): Promise<Many> {
  await setClock(sql, '2020-02-12T09:00:00Z')
  const made = make(db)
  await made.collection()
  const { trust } = trustsIn(db)
  const ours = await trust(staffed(OURS, 12), { nhsRegion: 'Y58' })
  const others: Trust[] = []
  for (let number = 1; number <= 29; number += 1) {
    const told = staffed(employedBy(number), number <= WITH_VACANCIES ? 2 : 'NC')
    const nhsRegion = number <= 2 ? 'Y58' : number <= 15 ? 'Y60' : 'Y56'
    others.push(await trust(told, { nhsRegion, named: number > 20 }))
  }
  const { organisationId, returnId } = ours
  const of = async (role: 'preparer' | 'contributor' | 'signatory') => made.person({ organisationId, role })
  const contributor = await of('contributor')
  await made.assignment({ returnId, personId: contributor.id, section: 'b' })
  return {
    ours,
    others,
    named: others.slice(20),
    preparer: (await of('preparer')).email,
    contributor: contributor.email,
    signatory: (await of('signatory')).email,
    analyst: (await made.person({ staffRole: 'analyst' })).email,
    canaries: others.slice(0, 20).flatMap((_each, at) => {
      const employed = employedBy(at + 1)
      return [employed.toFixed(2), (employed / 10).toFixed(3), (employed / 10).toFixed(2)]
    }),
  }
}
