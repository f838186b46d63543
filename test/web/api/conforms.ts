import type { Schema } from '../../../server/web/api/openapi/schema'

type Schemas = Readonly<Record<string, Schema>>

const known = new Set([
  '$ref',
  'type',
  'description',
  'format',
  'enum',
  'items',
  'properties',
  'required',
  'additionalProperties',
  'minimum',
  'maximum',
])

const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

const formats: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  uri: /^https?:\/\//,
}

/** In what a value is not as a schema says, as "items.0.code: …". A word this does not know is a fault as well. */
export function faultsOf(value: unknown, schema: Schema, schemas: Schemas, at = ''): string[] {
  const unknown = Object.keys(schema).filter((word) => !known.has(word))
  if (unknown.length > 0) return [`${at}: the schema says ${unknown.join(', ')}, which is not judged`]
  if (schema.$ref !== undefined) {
    const found = schemas[schema.$ref.replace('#/components/schemas/', '')]
    return found ? faultsOf(value, found, schemas, at) : [`${at}: ${schema.$ref} is nowhere`]
  }
  return [...faultsOfKind(value, schema, at), ...faultsInside(value, schema, schemas, at)]
}

function faultsOfKind(value: unknown, { type, enum: values, format, minimum, maximum }: Schema, at: string): string[] {
  const types = typeof type === 'string' ? [type] : (type ?? [])
  const kind = typeOf(value)
  const faults: string[] = []
  if (!types.includes(kind) && !(kind === 'integer' && types.includes('number'))) faults.push(`${at}: is ${kind}`)
  if (value === null) return faults
  if (values && !values.includes(String(value))) faults.push(`${at}: is ${String(value)}`)
  if (format && !formats[format]?.test(String(value))) faults.push(`${at}: is no ${format}`)
  if (minimum !== undefined && Number(value) < minimum) faults.push(`${at}: is less than ${minimum}`)
  if (maximum !== undefined && Number(value) > maximum) faults.push(`${at}: is more than ${maximum}`)
  return faults
}

function faultsInside(value: unknown, schema: Schema, schemas: Schemas, at: string): string[] {
  if (Array.isArray(value)) {
    const { items } = schema
    return items
      ? value.flatMap((each, n) => faultsOf(each, items, schemas, `${at}.${n}`))
      : [`${at}: items of no kind`]
  }
  if (typeof value !== 'object' || value === null) return []
  const given = Object.entries(value)
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name))
  const inside = given.flatMap(([name, each]) => {
    const wanted = schema.properties?.[name]
    return wanted ? faultsOf(each, wanted, schemas, `${at}.${name}`) : [`${at}.${name}: is not described`]
  })
  return [...missing.map((name) => `${at}.${name}: is missing`), ...inside]
}
