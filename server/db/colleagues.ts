import type { Reader } from './transaction'

/** People of the network who may see to a return, by name. */
export const colleagues = (db: Reader): Promise<{ readonly id: string; readonly name: string }[]> =>
  db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('staffRole', 'in', ['network', 'admin'])
    .where('deactivatedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
