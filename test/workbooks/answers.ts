import fc from 'fast-check'
import type { Box, Value } from '../../server/domain/kinds'
import { charactersOf } from '../../server/domain/kinds/kind'
import type { TextBox } from '../../server/domain/kinds/text'
import { reasons, type Cell, type Cells, type Reason } from '../../server/domain/survey/cells'
import { isEntered, mayBeUncollected, type Section } from '../../server/domain/survey/definition'
import { placesOf, type Place } from '../../server/domain/survey/places'

/** Any value that may stand in a box. */
export function valueIn(box: Box): fc.Arbitrary<Value> {
  switch (box.kind) {
    case 'integer':
      return fc.integer({ min: box.min, max: box.max })
    case 'decimal': {
      const unit = 10 ** box.places
      return fc.integer({ min: Math.round(box.min * unit), max: Math.round(box.max * unit) }).map((n) => n / unit)
    }
    case 'choice':
      return fc.constantFrom(...box.options.map(({ value }) => value))
    case 'choices':
      return fc.subarray(
        box.options.map(({ value }) => value),
        { minLength: 1 },
      )
    case 'checkbox':
      return fc.constant(true)
    case 'text':
      return textIn(box)
    case 'organisation': {
      const code = fc.constantFrom('E06900001', 'T81', 'T8XYZ')
      return box.most === undefined ? code : fc.uniqueArray(code, { minLength: 1, maxLength: box.most })
    }
    case 'email':
      return fc.constantFrom('a@b.example', "o'neil+mh@trust.example")
    case 'telephone':
      return fc.constantFrom('01632 960 001', '+44 1632 960001', '(01632) 960-001 x12')
    case 'date':
      return fc.constantFrom('2020-02-10', '1999-12-31')
    case 'moment':
      return fc.constantFrom('2020-02-10T17:00:00.000Z')
  }
}

/** Words as people type them, and worse: what looks like a number, a formula, an error or a date is still words. */
const odd = [
  '=1+1',
  '007',
  '1,234',
  '#DIV/0!',
  'TRUE',
  '25%',
  '10/02/2020',
  '_x0041_',
  "'quoted",
  '<b>&amp;</b>',
  'ŵy ŷ 🙂',
  '1E+309',
]

function textIn({ min, max, long, like }: TextBox): fc.Arbitrary<string> {
  if (like) return fc.constantFrom('123', 'T80').filter((text) => new RegExp(like.pattern).test(text))
  const plain = fc.string({ unit: 'grapheme', maxLength: Math.min(max, 60) })
  const lines = long ? fc.array(plain, { maxLength: 3 }).map((all) => all.join('\n')) : plain
  return fc
    .oneof(lines, fc.constantFrom(...odd))
    .map((text) => text.normalize('NFC').trim())
    .filter((text) => text !== '' && !/^nc\b/i.test(text))
    .map((text) => (charactersOf(text).length < min ? text + 'x'.repeat(min) : text))
    .filter(
      (text) =>
        charactersOf(text).length <= max &&
        !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/u.test(text),
    )
}

const notCollected: fc.Arbitrary<Cell> = fc
  .constantFrom(...(Object.keys(reasons) as Reason[]))
  .map((reason) => ({ state: 'not_collected', reason }))

function cellAt({ box, question, column }: Place): fc.Arbitrary<Cell> {
  const value = valueIn(box).map((each): Cell => ({ state: 'value', value: each }))
  return mayBeUncollected(question, column) ? fc.oneof({ weight: 4, arbitrary: value }, notCollected) : value
}

/** Every place an employer may write in; lists with two entries. */
export const placesToWrite = (sections: readonly Section[]): Place[] =>
  sections.flatMap((section) =>
    section.questions.filter(isEntered).flatMap((question) => placesOf({ question, section }, [1, 4])),
  )

/** Any answers to some of the questions of these sections, whether they follow from each other or not. */
export const cellsOf = (sections: readonly Section[]): fc.Arbitrary<Cells> =>
  fc
    .tuple(
      ...placesToWrite(sections).map((place) => fc.option(cellAt(place).map((cell) => [place.address, cell] as const))),
    )
    .map((all) => Object.fromEntries(all.flatMap((each) => (each ? [each] : []))))

/** What people type into boxes, right or wrong. */
export const typing = fc.oneof(
  fc.constantFrom('', '0', '41', '1,234', '1,23', '36.2', '36.255', '-5', '<5', 'n/a', 'NC', 'nc not_recorded', 'NC x'),
  fc.constantFrom('many', 'yes', 'No', 'Yes', '5 000', '1e3', '٣', '10/02/2020', '12345678901234567890', 'a@b.example'),
  fc.string({ maxLength: 20 }),
)
