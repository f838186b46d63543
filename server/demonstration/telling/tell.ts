import { explanationAddress, explanationOf } from '../../domain/survey/explanations'
import { checkReturn, type Progress, type SectionCheck } from '../../domain/survey/progress'
import { sheetOf } from '../../domain/survey/routing'
import type { Cells } from '../../domain/survey/cells'
import { mhsw2019 } from '../../surveys/mhsw2019'
import { joined } from '../answers/cellsSaid'
import type { Broken } from '../../domain/survey/rules'
import { answersOf } from '../answers/answersOf'
import { chanceOf, type Chance } from '../chance'
import { collection } from '../collection'
import type { Employer } from '../employer'
import { personWith } from '../employers'
import { idOf } from '../identity'
import { stands, type Diary } from './diary'
import { explanationBy } from './explanations'
import { soFar } from './howMuch'
import { sectionLetter } from './letters'
import { plannedSaves } from './plannedSaves'
import { save, type Save } from './saving'
import { steps } from './steps'
import { storyOf, type Story } from './story'
import { explainedAtThornmere } from './thornmere'
import { workingMoment } from './workingTime'

const newDiary = (employer: Employer): Diary => ({
  employer,
  returnId: idOf('return', collection.code, employer.code),
  chance: chanceOf('diary', employer.code),
  cells: {},
  version: 0,
  progress: {},
  entries: {},
  firstOpenedAt: null,
  lastSaved: null,
  requestedAt: null,
  standing: null,
  standings: [],
  changes: [],
  events: [],
  submissions: [],
  openings: [],
  requests: [],
  letters: [],
})

/** Whether an employer has explained a rule that asks; before it is sent for signature it has explained all of them. */
function hasExplained(employer: Employer, rule: string, { filled }: Story): boolean {
  if (filled === 1) return true
  if (employer.code === 'T80') return explainedAtThornmere.includes(rule)
  return chanceOf('explained', employer.code, rule).happens(0.5)
}

/** One save for each section in which something was explained. */
const explaining = (employer: Employer, story: Story, checks: readonly SectionCheck[]): Cells[] =>
  checks
    .map(({ broken }) => broken.filter(({ rule }) => rule.level === 'soft' && hasExplained(employer, rule.code, story)))
    .filter((explained) => explained.length > 0)
    .map((explained) => joined(explained.map((broken) => explanation(employer, broken))))

const explanation = ({ code }: Employer, broken: Broken): Cells => ({
  [explanationAddress(broken.rule.code)]: explanationOf(broken, explanationBy(code, broken.rule.code)),
})

const checked = ({ employer, cells }: Pick<Diary, 'employer' | 'cells'>): SectionCheck[] =>
  checkReturn(sheetOf(mhsw2019, { organisation: employer }, cells))

/** How far each section has got; the explanations given since it was checked are live. */
const progressAfter = (checks: readonly SectionCheck[], cells: Cells): Record<string, Progress> =>
  Object.fromEntries(
    checks.map(({ section, broken, progress }) => {
      const explained = broken.filter(({ rule }) => rule.level === 'soft' && explanationAddress(rule.code) in cells)
      return [section.code, { ...progress, explained: explained.length }]
    }),
  )

/** Moments in order, so many, between two. */
const momentsBetween = (from: number, to: number, many: number, chance: Chance): Date[] =>
  Array.from({ length: many }, () => from + (to - from) * chance.fraction())
    .sort((a, b) => a - b)
    .map(workingMoment)

/** Fills in so much of a return as its story says. */
function fill(diary: Diary, story: Story): void {
  const { employer, chance } = diary
  const cells = soFar(employer.code, answersOf(employer), story.filled, chance)
  const checks = checked({ employer, cells })
  const personId = personWith(employer, 'preparer').id
  const explained = explaining(employer, story, checks).map((says): Save => ({ says, personId, via: 'typed' }))
  const saves = [...plannedSaves(cells, employer, story, chance), ...explained]
  const from = story.begins
  const until = story.steps.length === 0 ? story.ends : from + (story.ends - from) * 0.75
  const moments = momentsBetween(from, until, saves.length, chance)
  saves.forEach((each, at) => {
    const moment = moments[at]
    if (moment) save(diary, each, moment)
  })
  diary.progress = progressAfter(checks, diary.cells)
}

function takeSteps(diary: Diary, story: Story): void {
  const from = story.begins + (story.ends - story.begins) * 0.77
  const moments = momentsBetween(from, story.ends, story.steps.length, diary.chance)
  story.steps.forEach((step, at) => {
    const moment = moments[at]
    if (moment) steps[step](diary, moment)
  })
  // A correction leaves no rule broken that held before, but what has been answered may have grown.
  if (story.steps.includes('correct'))
    diary.progress = Object.fromEntries(checked(diary).map(({ section, progress }) => [section.code, progress]))
}

/** Somebody looks at the return for the first time, and gives contributors their sections. */
function open(diary: Diary, at: Date): void {
  diary.firstOpenedAt = at
  const contributors = diary.employer.people.filter(({ role }) => role === 'contributor')
  for (const contributor of contributors) sectionLetter(diary, contributor, at)
}

/** Tells everything that has happened to the return of an employer so far. */
export function tell(employer: Employer, complete: boolean): Diary {
  const story = storyOf(employer, complete)
  const diary = newDiary(employer)
  if (story.opened) open(diary, workingMoment(Math.max(1, story.begins - diary.chance.whole(2, 90))))
  if (story.filled > 0) fill(diary, story)
  takeSteps(diary, story)
  if (story.setAside) stands(diary, story.setAside, workingMoment(story.ends))
  return diary
}
