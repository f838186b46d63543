import type { FoundCollection } from '../../db/collections'
import { labelAt } from '../../domain/reading/labels'
import { compareDefinitions, type Comparison } from '../../domain/survey/comparison'
import type { SurveyDefinition } from '../../domain/survey/definition'
import type { Page } from '../chrome'
import { counted } from '../../domain/reading/counted'

/** What two collections of a survey ask, set side by side. */
export interface ComparisonPage extends Page {
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly from: string
  /** Why there is nothing to compare. */
  readonly empty: string | undefined
  readonly summary: string
  readonly parts: readonly ListPart[]
  readonly reworded: readonly Reworded[]
  /** Indicators that are not the same in both, with the reason. */
  readonly breaks: readonly { readonly label: string; readonly why: string }[]
}

interface ListPart {
  readonly id: string
  readonly title: string
  readonly lines: readonly { readonly address: string; readonly words: string }[]
}

interface Reworded {
  readonly of: string
  readonly address: string
  readonly before: string
  readonly after: string
}

interface Compared {
  readonly earlier: SurveyDefinition
  readonly later: SurveyDefinition
  readonly others: readonly SurveyDefinition[]
  /** The code of the one it is compared with. */
  readonly with: string
}

/** What two collections ask, beside each other: what came, what went, and what may be compared. */
export function comparisonPage(collection: FoundCollection, compared: Compared | undefined): ComparisonPage {
  const path = `/network/collections/${collection.code}`
  const head = {
    title: 'What is asked, beside another collection',
    caption: collection.title,
    wide: true,
    breadcrumbs: [
      { text: 'Responses', href: path },
      { text: 'Figures', href: `${path}/figures` },
      { text: 'What is asked' },
    ],
  }
  if (!compared) {
    const empty = 'There is no other collection of this survey to compare it with.'
    return { ...head, choices: [], from: '', empty, summary: '', parts: [], reworded: [], breaks: [] }
  }
  const { earlier, later, others } = compared
  const found = compareDefinitions(earlier, later)
  return {
    ...head,
    choices: others.map(({ code, title }) => ({ value: code, text: title })),
    from: compared.with,
    empty: undefined,
    summary: summaryOf(found, earlier, later),
    parts: partsOf(found, earlier, later),
    reworded: found.reworded.map(({ of, part, before, after }) => ({
      of: `${labelAt(of.split(':')[0] ?? of, later)}${part === 'label' ? '' : ` (${part})`}`,
      address: of,
      before: before === '' ? 'Nothing' : before,
      after: after === '' ? 'Nothing' : after,
    })),
    breaks: later.indicators.flatMap(({ label, notComparableWith, notComparableTogether }) => [
      ...broken(label, notComparableWith?.[earlier.code]),
      ...broken(`${label}, all organisations together`, notComparableTogether?.[earlier.code]),
    ]),
  }
}

const broken = (label: string, why: string | undefined) => (why === undefined ? [] : [{ label, why }])

function summaryOf({ came, went, reworded }: Comparison, earlier: SurveyDefinition, later: SurveyDefinition): string {
  const lines = (count: number) => counted(count, 'line')
  return `From “${earlier.title}” to “${later.title}”: ${lines(came.length)} came, ${lines(went.length)} went, and the words of ${reworded.length} are no longer the same.`
}

function partsOf(found: Comparison, earlier: SurveyDefinition, later: SurveyDefinition): ListPart[] {
  const words = (addresses: readonly string[], definition: SurveyDefinition) =>
    addresses.map((address) => ({ address, words: labelAt(address.replace('.*.', '.1.'), definition) }))
  const options = (given: readonly string[], definition: SurveyDefinition) =>
    given.map((option) => ({ address: option, words: labelAt(option.split(':')[0] ?? option, definition) }))
  return [
    { id: 'came', title: 'Asked since', lines: words(found.came, later) },
    { id: 'went', title: 'No longer asked', lines: words(found.went, earlier) },
    { id: 'options-came', title: 'Choices offered since', lines: options(found.optionsCame, later) },
    { id: 'options-went', title: 'Choices no longer offered', lines: options(found.optionsWent, earlier) },
  ].filter(({ lines }) => lines.length > 0)
}
