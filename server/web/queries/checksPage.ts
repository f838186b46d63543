import type { FoundCollection } from '../../db/collections'
import { checkNames, isCheckCode, type CheckCode, type Found } from '../../domain/checks/found'
import { labelAt } from '../../domain/reading/labels'
import type { Problem } from '../../domain/survey/readSection'
import { definitionOf } from '../../surveys'
import type { Link, Page } from '../chrome'
import { problemAt } from '../forms'
import { counted } from '../../domain/reading/counted'

/** What the checks have found in a collection, to choose among. */
export interface ChecksPage extends Page {
  readonly says: string
  readonly action: string
  readonly filters: readonly {
    readonly text: string
    readonly href: string
    readonly count: string
    readonly current: boolean
  }[]
  readonly check: string
  readonly groups: readonly {
    readonly title: string
    readonly about: string
    readonly employers: readonly { readonly organisation: Link; readonly lines: readonly FoundLine[] }[]
  }[]
  /** All ticked, or none: the one that is not so. */
  readonly tick: Link
  readonly mayAct: boolean
  readonly back: Link
}

interface FoundLine {
  readonly name: string
  readonly id: string
  readonly figure: string
  readonly says: string
  readonly explanation: string | undefined
  /** What has been explained already is not chosen unless somebody chooses it. */
  readonly chosen: boolean
}

const abouts: Record<CheckCode, string> = {
  X07: 'Totals that lie more than three interquartile ranges beyond those of organisations of the same type.',
  X06: 'Totals that are exactly ten times what they were last time, or a tenth.',
  X05: 'Tables of people with the same figures in the same order.',
  B12: 'Both sides of a pair are asked, each in its own words.',
}

const codes = Object.keys(checkNames).filter(isCheckCode)

/** At most so many are shown at once: the rest once these are dealt with. */
const MOST = 300

type FoundEntry = readonly [string, Found]

interface ChecksSeen {
  readonly found: ReadonlyMap<string, Found>
  readonly check: CheckCode | undefined
  /** Nothing is ticked to begin with. */
  readonly none: boolean
  readonly mayAct: boolean
}

/** What the checks found over a collection, to be asked about or put aside. */
export function checksPage(
  collection: FoundCollection,
  { found, check, none, mayAct }: ChecksSeen,
  problems: readonly Problem[] = [],
): ChecksPage {
  const path = `/network/collections/${collection.code}`
  const definition = definitionOf(collection.code)
  const all = [...found]
  const of = (code: CheckCode) => all.filter(([, { asking }]) => asking.rule === code)
  const lineOf = ([name, each]: FoundEntry, at: number): FoundLine => ({
    name,
    id: `${each.asking.rule ?? ''}-${at + 1}`,
    figure: labelAt(each.asking.address, definition),
    says: each.says,
    explanation: each.explanation,
    chosen: !none && each.explanation === undefined,
  })
  return {
    title: 'Checks',
    caption: collection.title,
    breadcrumbs: [
      { text: 'Responses', href: path },
      { text: 'Questions about figures', href: `${path}/queries` },
      { text: 'Checks' },
    ],
    problems: problems.map(({ says, address }) => ({ text: says, href: `#${address}` })),
    says:
      all.length === 0
        ? 'The checks find nothing that has not been asked or dismissed.'
        : 'Found in what stands submitted. Choose what to ask about; you see every question before it goes.',
    action: `${path}/checks`,
    filters: [undefined, ...codes].map((code) => ({
      text: code === undefined ? 'All' : checkNames[code],
      href: code === undefined ? `${path}/checks` : `${path}/checks?check=${code}`,
      count: String(code === undefined ? all.length : of(code).length),
      current: code === check,
    })),
    check: check ?? '',
    groups: codes
      .filter((code) => (check === undefined || code === check) && of(code).length > 0)
      .map((code) => ({
        title: checkNames[code],
        about: abouts[code],
        employers: byEmployer(of(code).slice(0, MOST), lineOf),
      })),
    tick: tickLink(`${path}/checks`, { check, none }),
    mayAct,
    back: { text: 'All questions about figures', href: `${path}/queries` },
  }
}

/** What was found at each employer together, by their names: one that is far from all others is far in many figures. */
function byEmployer(found: readonly FoundEntry[], lineOf: (entry: FoundEntry, at: number) => FoundLine) {
  const employers = new Map<string, { organisation: Link; lines: FoundLine[] }>()
  for (const [at, entry] of found.entries()) {
    const { organisation, returnId } = entry[1]
    const group = employers.get(returnId) ?? {
      organisation: { text: organisation, href: `/network/returns/${returnId}` },
      lines: [],
    }
    group.lines.push(lineOf(entry, at))
    employers.set(returnId, group)
  }
  return [...employers.values()].sort((a, b) => a.organisation.text.localeCompare(b.organisation.text, 'en'))
}

function tickLink(path: string, { check, none }: Pick<ChecksSeen, 'check' | 'none'>): Link {
  const asked = new URLSearchParams({
    ...(check === undefined ? {} : { check }),
    ...(none ? {} : { chosen: 'none' }),
  }).toString()
  return {
    text: none ? 'Tick all that nobody has explained' : 'Untick all',
    href: asked === '' ? path : `${path}?${asked}`,
  }
}

/** The questions as they would go, before they do. */
export interface ChecksPreviewPage extends Page {
  readonly action: string
  readonly lines: readonly {
    readonly name: string
    readonly organisation: string
    readonly figure: string
    readonly question: string
  }[]
  readonly raise: string
  readonly dismiss: string
  readonly reason: { readonly value: string; readonly problem: { readonly text: string } | undefined }
  readonly back: string
}

/** What would be asked of whom, before anything is. */
export function checksPreviewPage(
  collection: FoundCollection,
  chosen: readonly (readonly [string, Found])[],
  sent: { readonly reason: string; readonly problems: readonly Problem[] },
): ChecksPreviewPage {
  const definition = definitionOf(collection.code)
  const action = `/network/collections/${collection.code}/checks`
  const count = chosen.length
  return {
    title: count === 1 ? 'The question, before it goes' : 'The questions, before they go',
    caption: collection.title,
    problems: sent.problems.map(({ says, address }) => ({ text: says, href: `#${address}` })),
    action,
    lines: chosen.map(([name, { organisation, asking }]) => ({
      name,
      organisation,
      figure: labelAt(asking.address, definition),
      question: asking.question,
    })),
    raise: `Raise ${counted(count, 'query', 'queries')}`,
    dismiss: count === 1 ? 'Dismiss it' : `Dismiss all ${count}`,
    reason: { value: sent.reason, problem: problemAt(sent.problems, 'reason') },
    back: action,
  }
}
