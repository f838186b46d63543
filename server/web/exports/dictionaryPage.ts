import type { FoundCollection } from '../../db/collections'
import { dictionaryOf, type Entry } from '../../domain/exports/dictionary'
import { ruleInWords } from '../../domain/exports/rulesInWords'
import { isAmong, type StaffRole } from '../../domain/people/roles'
import type { Section, SurveyDefinition } from '../../domain/survey/definition'
import type { Page } from '../chrome'
import { counted } from '../../domain/reading/counted'
import { groupsOf, type Group } from './dictionaryGroups'

/** The page on which a survey can be looked up: a section at a time, or whatever some words are found in. */
export interface DictionaryPage extends Page {
  readonly file: string | undefined
  readonly looked: string
  readonly sections: readonly { readonly text: string; readonly href: string; readonly current: boolean }[]
  readonly heading: string
  readonly groups: readonly Group[]
  /** The rules of the section that is shown, and where each can be found. */
  readonly rules: readonly { readonly id: string; readonly words: string }[]
}

/** Whose survey it is, and who looks. */
interface Looking {
  readonly collection: FoundCollection
  readonly definition: SurveyDefinition
  readonly staffRole: StaffRole
}

/** What is asked for: a section by its letter, or words. */
interface Asked {
  readonly section?: unknown
  readonly q?: unknown
}

/** Every address of a survey, to read: the same as the file. */
export function dictionaryPage({ collection: { code }, definition, staffRole }: Looking, asked: Asked): DictionaryPage {
  const path = `/network/collections/${code}`
  const at = (section: string) => `${path}/dictionary?section=${section}`
  const looked = typeof asked.q === 'string' ? asked.q.trim().slice(0, 100) : ''
  const shown = looked === '' ? sectionAsked(definition, asked.section) : undefined
  const entries = dictionaryOf(definition).filter((entry) => (shown ? entry.section === shown : has(entry, looked)))
  const ruleSections = new Map(definition.sections.flatMap(({ code, rules }) => rules.map((rule) => [rule.code, code])))
  const groups = groupsOf(entries, (rule) => `${at(ruleSections.get(rule) ?? '')}#rule-${rule}`)
  return {
    title: 'Dictionary',
    caption: definition.title,
    wide: true,
    breadcrumbs: [{ text: 'Responses', href: path }, { text: 'Dictionary' }],
    file: isAmong(staffRole, ['analyst']) ? `${path}/exports/dictionary.csv` : undefined,
    looked,
    sections: definition.sections.map((section) => ({
      text: titleOf(section),
      href: at(section.code),
      current: section === shown,
    })),
    heading: shown ? titleOf(shown) : `${counted(groups.length, 'question')} with “${looked}”`,
    groups,
    rules: rulesOf(shown, definition),
  }
}

const titleOf = ({ code, title }: Section): string => `${code.toUpperCase()}. ${title}`

/** The section asked for, or the first. */
const sectionAsked = ({ sections }: SurveyDefinition, code: unknown): Section | undefined =>
  sections.find((section) => section.code === code) ?? sections[0]

/** Whether words are found in what an entry is called, or in its address. */
function has({ address, wording, line, column, rules }: Entry, words: string): boolean {
  const all = [address, wording, line, column, ...rules.map(({ code }) => code)].join(' ').toLowerCase()
  return all.includes(words.toLowerCase())
}

const rulesOf = (section: Section | undefined, definition: SurveyDefinition) =>
  (section?.rules ?? []).map((rule) => {
    const { code, words } = ruleInWords(rule, definition)
    return { id: `rule-${code}`, words }
  })
