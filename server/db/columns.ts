import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** A moment the database fills in by itself. */
export type Now = Generated<Date>
export type Json<T extends object> = JSONColumnType<T>
export type OptionalJson<T extends object> = ColumnType<T | null, string | null, string | null>
