import { explanationAddress, explanationOf } from '../../domain/survey/explanations'
import { checkReturn, type Progress, type SectionCheck } from '../../domain/survey/progress'
import { sheetOf } from '../../domain/survey/routing'
import type { Cells } from '../../domain/survey/cells'
import { joined } from '../answers/cellsSaid'
import type { Broken } from '../../domain/survey/rules'
import { answersOf } from '../answers/answersOf'
import { peerAnswersOf } from '../answers/peers/peerAnswersOf'
import { chanceOf } from '../chance'
import { peerSupport, socialWork, socialWorkAgain, type Shown } from '../collection'
import type { Employer } from '../employer'
import { employerCoded, personWith } from '../employers'
import { returnIdOf } from '../identity'
import { joint } from '../oddEmployers'
import type { Diary } from './diary'
import { explanationBy } from './explanations'
import { soFar } from './howMuch'
import { sectionLetter } from './letters'
import { peerStoryOf } from './peerStory'
import { plannedSaves } from './plannedSaves'
import { save, type Save } from './saving'
import { setAside } from './settingAside'
import { steps } from './steps'
import { storyOf, type Story } from './story'
import { storyIn2022 } from './storyIn2022'
import { explainedAtThornmere } from './thornmere'
import { workingMoment } from './workingTime'

const newDiary = (employer: Employer, shown: Shown): Diary => ({
  shown,
  employer,
  returnId: returnIdOf(shown, employer.code),
  // The line of chance of the social work survey is called after its employer alone.
  chance: chanceOf('diary', ...(shown === socialWork ? [] : [shown.collection.code]), employer.code),
  coveredBy: null,
  setAsideFrom: null,
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
function hasExplained({ employer, shown }: Diary, rule: string, { filled }: Story): boolean {
  if (filled === 1) return true
  if (shown === socialWork && employer.code === 'T80') return explainedAtThornmere.includes(rule)
  return chanceOf('explained', employer.code, rule).happens(0.5)
}

/** One save for each section in which something was explained. */
const explaining = (diary: Diary, story: Story, checks: readonly SectionCheck[]): Cells[] =>
  checks
    .map(({ broken }) => broken.filter(({ rule }) => rule.level === 'soft' && hasExplained(diary, rule.code, story)))
    .filter((explained) => explained.length > 0)
    .map((explained) => joined(explained.map((broken) => explanation(diary, broken))))

const explanation = ({ employer, shown }: Diary, broken: Broken): Cells => ({
  [explanationAddress(broken.rule.code)]: explanationOf(
    broken,
    explanationBy(employer.code, broken.rule.code, shown.census),
  ),
})

const checked = ({ shown, employer, cells }: Pick<Diary, 'shown' | 'employer' | 'cells'>): SectionCheck[] =>
  checkReturn(sheetOf(shown.definition, { organisation: employer }, cells))

/** How far each section has got; the explanations given since it was checked are live. */
const progressAfter = (checks: readonly SectionCheck[], cells: Cells): Record<string, Progress> =>
  Object.fromEntries(
    checks.map(({ section, broken, progress }) => {
      const explained = broken.filter(({ rule }) => rule.level === 'soft' && explanationAddress(rule.code) in cells)
      return [section.code, { ...progress, explained: explained.length }]
    }),
  )

/** Moments in order, so many, between two. */
const momentsBetween = (from: number, to: number, many: number, { chance, shown }: Diary): Date[] =>
  Array.from({ length: many }, () => from + (to - from) * chance.fraction())
    .sort((a, b) => a - b)
    .map((minutes) => workingMoment(minutes, shown))

/** Fills in so much of a return as its story says, of all that its employer would answer. */
function fill(diary: Diary, story: Story, answers: Cells): void {
  const { shown, employer } = diary
  const cells = soFar(answers, story.filled, diary)
  const checks = checked({ shown, employer, cells })
  const personId = personWith(employer, 'preparer').id
  const explained = explaining(diary, story, checks).map((says): Save => ({ says, personId, via: 'typed' }))
  const saves = [...plannedSaves(cells, diary, story), ...explained]
  const from = story.begins
  const until = story.steps.length === 0 ? story.ends : from + (story.ends - from) * 0.75
  const moments = momentsBetween(from, until, saves.length, diary)
  saves.forEach((each, at) => {
    const moment = moments[at]
    if (moment) save(diary, each, moment)
  })
  diary.progress = progressAfter(checks, diary.cells)
}

function takeSteps(diary: Diary, story: Story): void {
  const from = story.begins + (story.ends - story.begins) * 0.77
  const moments = momentsBetween(from, story.ends, story.steps.length, diary)
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

/** A return as its story says, but for whether it was set aside. */
function told(diary: Diary, story: Story): Diary {
  const { shown, employer, chance } = diary
  if (story.opened) open(diary, workingMoment(Math.max(1, story.begins - chance.whole(2, 90)), shown))
  if (story.filled > 0) fill(diary, story, answersOf(employer, shown.census))
  takeSteps(diary, story)
  return diary
}

/** Tells everything that has happened to the social work return of an employer so far. */
export function tell(employer: Employer, complete: boolean): Diary {
  const story = storyOf(employer, complete)
  const diary = told(newDiary(employer, socialWork), story)
  if (story.setAside) setAside(diary, story.setAside, setAsideAt(story, complete))
  return diary
}

/** The same of its return of 2022, which has closed. */
export function tellAgain(employer: Employer): Diary {
  const story = storyIn2022(employer)
  const diary = told(newDiary(employer, socialWorkAgain), story)
  if (story.setAside) setAside(diary, story.setAside, workingMoment(story.ends, socialWorkAgain))
  return diary
}

/** A joint return covers another at the moment at which it is submitted. */
function setAsideAt({ setAside: as, ends }: Story, complete: boolean): Date {
  const joined = as === 'covered' ? tell(employerCoded(joint.by), complete).standing : null
  return joined?.decidedAt ?? workingMoment(ends)
}

/** The same of its peer support return: who has come to see the one has seen the other, and section A is there already. */
export function tellPeers(social: Diary, complete: boolean): Diary {
  const { employer } = social
  const story = peerStoryOf(employer, complete)
  const diary = newDiary(employer, peerSupport)
  diary.firstOpenedAt = social.firstOpenedAt
  if (story.filled > 0) fill(diary, story, peerAnswersOf(employer))
  takeSteps(diary, story)
  return diary
}
