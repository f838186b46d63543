import type { OwnReturn } from '../../db/foundReturn'
import type { AskedQuestion, GeneralAnswer } from '../../db/questions'
import { momentInWords } from '../../domain/collections/calendar'
import { labelAt } from '../../domain/reading/labels'
import { questionOf } from '../../domain/returns/asking'
import type { Address } from '../../domain/survey/cells'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { atlasOf } from '../../domain/survey/places'
import type { Problem } from '../../domain/survey/readSection'
import type { Link, Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'

/** Where the network is asked about a return, or about one question of it; and what has been asked and answered. */
export interface AskPage extends Page {
  readonly about: AboutQuestion | undefined
  /** Answers everybody may read: to the question that is asked about. */
  readonly before: readonly Answered[]
  readonly form: {
    readonly action: string
    readonly about: string
    readonly id: string
    readonly question: string
    readonly problem: { readonly text: string } | undefined
  }
  readonly asked: readonly Asked[]
  /** All answers everybody may read; undefined where there are none yet. */
  readonly all: Link | undefined
}

interface AboutQuestion {
  readonly label: string
  readonly hint: string | undefined
  /** Where it is filled in; undefined for what is filled in when signing. */
  readonly section: Link | undefined
}

export interface Answered {
  readonly question: string
  readonly answer: string
  readonly when: string
}

interface Asked {
  readonly about: string
  readonly question: string
  readonly by: string
  /** Undefined while it waits. */
  readonly answer: string | undefined
  readonly answered: string | undefined
}

interface Known {
  readonly found: OwnReturn
  readonly definition: SurveyDefinition
  readonly asked: readonly AskedQuestion[]
  readonly general: readonly GeneralAnswer[]
}

interface Asking {
  readonly about: Address | null
  readonly id: string
  readonly question: string
  readonly problems: readonly Problem[]
}

/** The page on which an employer asks the network about a question, with what is known about it already. */
export function askPage({ found, definition, asked, general }: Known, asking: Asking): AskPage {
  const { about, id, question, problems } = asking
  return {
    title: 'Ask the network',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    backLink: { text: 'All sections', href: `/returns/${found.id}` },
    problems: summaryOf(problems),
    about: about === null ? undefined : aboutQuestion(found, about, definition),
    before: general.filter(({ address }) => isSameQuestion(address, about)).map(answered),
    form: {
      action: `/returns/${found.id}/questions`,
      about: about ?? '',
      id,
      question,
      problem: problemAt(problems, 'question'),
    },
    asked: asked.map((each) => askedInWords(each, definition)),
    all:
      general.length === 0
        ? undefined
        : { text: 'All that others have asked, and the answers', href: `/help/${definition.code}` },
  }
}

const isSameQuestion = (address: Address | null, about: Address | null): boolean =>
  address === null || about === null ? address === about : questionOf(address) === questionOf(about)

const answered = ({ question, answer, answeredAt }: GeneralAnswer): Answered => ({
  question,
  answer,
  when: `Answered at ${momentInWords(answeredAt)}`,
})

function aboutQuestion({ id }: OwnReturn, about: Address, definition: SurveyDefinition): AboutQuestion {
  const known = atlasOf(definition).question(about)
  return {
    label: labelAt(about, definition),
    hint: known?.question.hint,
    section:
      known && !known.section.filledBy
        ? {
            text: `Section ${known.section.code.toUpperCase()}: ${known.section.title}`,
            href: `/returns/${id}/sections/${known.section.code}#${about}`,
          }
        : undefined,
  }
}

const askedInWords = (each: AskedQuestion, definition: SurveyDefinition): Asked => ({
  about: each.address === null ? 'The whole return' : labelAt(each.address, definition),
  question: each.question,
  by: `${each.askedBy}, ${momentInWords(each.decidedAt)}`,
  answer: each.answer ?? undefined,
  answered: each.answeredAt === null ? undefined : `The network, ${momentInWords(each.answeredAt)}`,
})
