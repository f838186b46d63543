import { isNumeric, type Box } from '../kinds'
import type { Address } from '../survey/cells'
import { conditionInWords } from '../survey/conditionInWords'
import { mayBeUncollected, type Question, type Section, type SurveyDefinition } from '../survey/definition'
import { explanationAddress } from '../survey/explanations'
import { expressionInWords } from '../survey/expressionInWords'
import { organisationsInWords } from '../survey/organisationsInWords'
import { placesOf, type Place } from '../survey/places'
import { ruleInWords, rulesByAddress, type RuleRead, type RulesAt } from './rulesInWords'

/** All there is to know of one address, in words. */
export interface Entry {
  /** A part `*` stands for the number of an entry in a list. */
  readonly address: Address
  readonly section: Section
  /** The question as it was put, and which line and column of it this is. */
  readonly wording: string
  readonly line: string
  readonly column: string
  readonly hint: string
  readonly answering: Question['answering'] | 'explanation'
  readonly type: Box['kind'] | 'list'
  readonly unit: string
  readonly least: number | undefined
  readonly most: number | undefined
  readonly places: number | undefined
  /** Of a choice: "yes = Yes | no = No". */
  readonly options: string
  readonly reference: string
  readonly routing: string
  readonly mayBeUncollected: boolean
  readonly upTo: string
  readonly calculation: string
  /** The rules that read it. */
  readonly rules: readonly RuleRead[]
}

const drawn = new WeakMap<SurveyDefinition, readonly Entry[]>()

/** Every address of a survey in reading order, then where explanations stand; drawn once. */
export function dictionaryOf(definition: SurveyDefinition): readonly Entry[] {
  const known = drawn.get(definition)
  if (known) return known
  const entries = drawDictionary(definition)
  drawn.set(definition, entries)
  return entries
}

function drawDictionary(definition: SurveyDefinition): Entry[] {
  const rulesAt = rulesByAddress(definition)
  return [
    ...definition.sections.flatMap((section) =>
      section.questions.flatMap((question) => entriesOf({ question, section }, definition, rulesAt)),
    ),
    ...definition.sections.flatMap((section) =>
      section.rules
        .filter(({ level }) => level === 'soft')
        .map((rule) => explanationEntry(ruleInWords(rule, definition), section)),
    ),
  ]
}

type Found = Pick<Place, 'question' | 'section'>

function entriesOf(found: Found, definition: SurveyDefinition, rulesAt: RulesAt): Entry[] {
  const { question } = found
  const about = (place: Place): Entry => entryOf(place, definition, rulesAt)
  if (question.shape !== 'list') return placesOf(found).map(about)
  const columns = placesOf(found, [1]).map((place) =>
    about({ ...place, address: place.address.replace('.1.', '.*.'), label: question.label }),
  )
  return [listEntry(found, definition), ...columns]
}

function entryOf(place: Place, definition: SurveyDefinition, rulesAt: RulesAt): Entry {
  const { question, section, box, column } = place
  const bound = question.upTo?.[column]
  const figure = question.figures?.[column]
  return {
    ...wordsOf(place),
    address: place.address,
    section,
    answering: question.answering,
    type: box.kind,
    unit: isNumeric(box) ? (unitOf(box) ?? question.unit ?? '') : '',
    ...rangeOf(box),
    options: optionsOf(box),
    reference: referenceOf(question, definition),
    routing: routingOf(place, definition),
    mayBeUncollected: mayBeUncollected(question, column),
    upTo: bound ? `${expressionInWords(bound.figure, definition)}, ${bound.called}` : '',
    calculation: figure ? expressionInWords(figure, definition) : '',
    rules: rulesAt(place.address),
  }
}

const nothing = { least: undefined, most: undefined, places: undefined, options: '', upTo: '', calculation: '' }

/** The list as a whole: that it is not collected, not asked or not answered. */
function listEntry(found: Found, definition: SurveyDefinition): Entry {
  const { question, section } = found
  return {
    ...nothing,
    address: question.code,
    section,
    wording: question.label,
    line: 'The whole list',
    column: '',
    hint: question.hint ?? '',
    answering: question.answering,
    type: 'list',
    unit: '',
    reference: referenceOf(question, definition),
    routing: routingOf(found, definition),
    mayBeUncollected: question.mayBeUncollected !== undefined,
    rules: [],
  }
}

function explanationEntry(rule: RuleRead, section: Section): Entry {
  return {
    ...nothing,
    address: explanationAddress(rule.code),
    section,
    wording: `Explanation where rule ${rule.code} does not hold`,
    line: '',
    column: '',
    hint: '',
    answering: 'explanation',
    type: 'text',
    unit: '',
    reference: '',
    routing: '',
    mayBeUncollected: false,
    rules: [rule],
  }
}

function wordsOf({ question, row, column }: Place): Pick<Entry, 'wording' | 'line' | 'column' | 'hint'> {
  const columns = question.shape === 'single' ? [] : question.columns
  return {
    wording: question.label,
    line: question.shape === 'list' ? question.entry : lineOf(question, row),
    column: columns.find(({ code }) => code === column)?.label ?? '',
    hint: question.hint ?? '',
  }
}

const lineOf = (question: Question, row: string | undefined): string =>
  question.shape === 'table' ? (question.rows.find(({ code }) => code === row)?.label ?? '') : ''

const unitOf = (box: Box): string | undefined => ('unit' in box ? box.unit : undefined)

/** What may be given: the least and most of a figure, or of a text's characters. */
function rangeOf(box: Box): Pick<Entry, 'least' | 'most' | 'places'> {
  if (box.kind === 'integer') return { least: box.min, most: box.max, places: 0 }
  if (box.kind === 'decimal') return { least: box.min, most: box.max, places: box.places }
  return { least: box.kind === 'text' ? box.min : undefined, most: mostOf(box), places: undefined }
}

const mostOf = (box: Box): number | undefined =>
  box.kind === 'text' ? box.max : box.kind === 'organisation' ? (box.most ?? 1) : undefined

const optionsOf = (box: Box): string =>
  box.kind === 'choice' || box.kind === 'choices'
    ? box.options.map(({ value, label }) => `${value} = ${label}`).join(' | ')
    : ''

const referenceOf = ({ reference }: Question, { references }: SurveyDefinition): string =>
  reference === undefined ? '' : (references[reference] ?? reference)

type Routed = Found & Partial<Pick<Place, 'row' | 'column'>>

/** When an address is asked: "Asked if …"; nothing where it always is. */
function routingOf({ section, question, row = '', column = '' }: Routed, definition: SurveyDefinition): string {
  const types = question.organisations
  const gates = [section.when, question.when, question.rowWhen, question.columnWhen?.[column]]
    .filter((each) => each !== undefined)
    .map((each) => conditionInWords(each, definition).replaceAll('.the same row', row === '' ? '.*' : `.${row}`))
  const parts = [...(types ? [`the organisation is ${organisationsInWords(types)}`] : []), ...gates]
  const asked = parts.length === 0 ? '' : `Asked if ${[...new Set(parts)].join(', and ')}.`
  const { requiredWhen } = question
  return requiredWhen ? `${asked} Required if ${conditionInWords(requiredWhen.holds, definition)}.`.trimStart() : asked
}
