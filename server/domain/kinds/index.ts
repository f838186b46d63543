import { checkbox, type CheckboxBox } from './checkbox'
import { choice, type ChoiceBox } from './choice'
import { choices, type ChoicesBox } from './choices'
import { date, type DateBox } from './date'
import { decimal, type DecimalBox } from './decimal'
import { email, type EmailBox } from './email'
import { integer, type IntegerBox } from './integer'
import type { Kind, Parsed, Value } from './kind'
import { moment, type MomentBox } from './moment'
import { organisation, type OrganisationBox } from './organisation'
import { telephone, type TelephoneBox } from './telephone'
import { text, type TextBox } from './text'

/** To teach the app a new kind of box: a file here, a line in each list, and views/kinds/<kind>.ejs. */
export type Box =
  | CheckboxBox
  | ChoiceBox
  | ChoicesBox
  | DateBox
  | DecimalBox
  | EmailBox
  | IntegerBox
  | MomentBox
  | OrganisationBox
  | TelephoneBox
  | TextBox
export type { Value }

export const kinds = {
  checkbox,
  choice,
  choices,
  date,
  decimal,
  email,
  integer,
  moment,
  organisation,
  telephone,
  text,
} satisfies Record<Box['kind'], unknown>

// The one place where a box meets its kind: TypeScript cannot see that the two always agree.
const kindOf = (box: Box) => kinds[box.kind] as Kind<Box, Value>

/** Reads what was typed in a box. */
export const parse = (box: Box, typed: string): Parsed<Value> => kindOf(box).parse(box, typed)
/** Says a value to a reader. */
export const format = (box: Box, value: Value): string => kindOf(box).format(box, value)
/** Puts a value back in its box. */
export const typedAs = (box: Box, value: Value): string => kindOf(box).typed(box, value)

/** Whether figures can be reckoned from what is in the box. */
export const isNumeric = (box: Box): boolean => box.kind === 'integer' || box.kind === 'decimal'
