/** As much of JSON Schema as the document speaks. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly format?: 'date-time' | 'uuid' | 'uri'
  readonly enum?: readonly string[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: false
  readonly minimum?: number
  readonly maximum?: number
}

/** An object that has all of these properties, and no others. */
export const whole = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

/** Something that may not be there. */
export const orNull = (schema: Schema & { readonly type: string }): Schema => ({
  ...schema,
  type: [schema.type, 'null'],
})

/** A list, each of whose items is so. */
export const listOf = (items: Schema): Schema => ({ type: 'array', items })

/** A text that is one of these. */
export const oneOf = (values: readonly string[], description?: string): Schema => ({
  type: 'string',
  enum: values,
  ...(description === undefined ? {} : { description }),
})

/** A text, and what it says. */
export const text = (description?: string) =>
  ({ type: 'string', ...(description === undefined ? {} : { description }) }) as const
/** A whole number, none below nought. */
export const count = (description?: string) =>
  ({ type: 'integer', minimum: 0, ...(description === undefined ? {} : { description }) }) as const
/** Whether something is so. */
export const flag = (description: string): Schema => ({ type: 'boolean', description })
/** An instant in UTC. */
export const moment = (description: string) => ({ type: 'string', format: 'date-time', description }) as const
/** An identifier that never changes. */
export const id = (description: string) => ({ type: 'string', format: 'uuid', description }) as const

/** One of the document's own schemas, by its name. */
export const named = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** A page of a list, and where the next one is. */
export const pageOf = (name: string): Schema =>
  whole({
    items: listOf(named(name)),
    next: orNull({ type: 'string', format: 'uri', description: 'The next page; null on the last.' }),
  })
