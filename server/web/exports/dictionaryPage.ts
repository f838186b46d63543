import type { FoundCollection } from '../../db/collections'
import { dictionaryOf, type Entry } from '../../domain/exports/dictionary'
import { ruleInWords } from '../../domain/exports/rulesInWords'
import { readable } from '../../domain/kinds/number'
import { isAmong, type StaffRole } from '../../domain/people/roles'
import type { SurveyDefinition } from '../../domain/survey/definition'
import type { Page } from '../chrome'

interface Line {
  readonly address: string
  readonly wording: string
  /** Which line and column of the question it is. */
  readonly part: string
  readonly given: string
  readonly about: string
  readonly asked: string
  /** Its rules, which stand below, and where. */
  readonly rules: readonly { readonly code: string; readonly href: string }[]
}

interface SectionShown {
  readonly id: string
  readonly title: string
  readonly lines: readonly Line[]
  /** Where each rule can be found, and its words. */
  readonly rules: readonly { readonly id: string; readonly words: string }[]
}

/** The page on which a survey can be looked up, address by address. */
export interface DictionaryPage extends Page {
  readonly file: string | undefined
  readonly contents: readonly { readonly text: string; readonly href: string }[]
  readonly sections: readonly SectionShown[]
}

/** Every address of a survey, to read: the same as the file. */
export function dictionaryPage(
  { code }: FoundCollection,
  definition: SurveyDefinition,
  staffRole: StaffRole,
): DictionaryPage {
  const entries = dictionaryOf(definition)
  const sections = definition.sections.map((section) => ({
    id: `section-${section.code}`,
    title: `${section.code.toUpperCase()}. ${section.title}`,
    lines: entries.filter((entry) => entry.section === section).map(lineOf),
    rules: section.rules.map((rule) => {
      const { code, words } = ruleInWords(rule, definition)
      return { id: `rule-${code}`, words }
    }),
  }))
  return {
    title: 'Dictionary',
    caption: definition.title,
    wide: true,
    breadcrumbs: [{ text: 'Responses', href: `/network/collections/${code}` }, { text: 'Dictionary' }],
    file: isAmong(staffRole, ['analyst']) ? `/network/collections/${code}/exports/dictionary.csv` : undefined,
    contents: sections.map(({ id, title }) => ({ text: title, href: `#${id}` })),
    sections,
  }
}

const lineOf = (entry: Entry): Line => ({
  address: entry.address,
  wording: entry.wording,
  part: [entry.line, entry.column].filter((each) => each !== '').join(': '),
  given: givenWords(entry),
  about: entry.reference,
  asked: entry.routing,
  rules: entry.rules.map(({ code }) => ({ code, href: `#rule-${code}` })),
})

const answerings: Readonly<Record<Entry['answering'], string>> = {
  required: 'Required',
  optional: 'May be left empty',
  prefilled: 'From the register',
  calculated: 'Worked out',
  explanation: 'Required where the rule does not hold',
}

function givenWords(entry: Entry): string {
  const { type, unit, options, answering, mayBeUncollected, upTo, calculation } = entry
  const parts = [
    type,
    rangeWords(entry),
    unit,
    options.replaceAll(' | ', ', '),
    answerings[answering],
    mayBeUncollected ? 'may be not collected' : '',
    upTo === '' ? '' : `no more than ${upTo}`,
    calculation === '' ? '' : `as ${calculation}`,
  ]
  return parts.filter((part) => part !== '').join('; ')
}

function rangeWords({ least, most, places = 0, type }: Entry): string {
  if (most === undefined) return ''
  const to = `${readable(least ?? 0, places)} to ${readable(most, places)}`
  if (type === 'organisation') return most === 1 ? '' : `up to ${most}`
  return type === 'text' ? `${to} characters` : to
}
