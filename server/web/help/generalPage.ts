import type { GeneralAnswer } from '../../db/questions'
import { momentInWords } from '../../domain/collections/calendar'
import { labelAt } from '../../domain/reading/labels'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { atlasOf } from '../../domain/survey/places'
import type { Page } from '../chrome'
import type { Answered } from './askPage'

/** What others have asked about a survey, and what everybody may read of the answers. */
export interface GeneralPage extends Page {
  readonly parts: readonly {
    readonly id: string
    readonly heading: string
    readonly answers: readonly (Answered & { readonly about: string | undefined })[]
  }[]
}

/** Every general answer, in the order of the survey; what is about the whole return stands first. */
export function generalPage(definition: SurveyDefinition, general: readonly GeneralAnswer[]): GeneralPage {
  const codes = [undefined, ...definition.sections.map(({ code }) => code)]
  const parts = codes.map((code) => ({
    id: `section-${code ?? 'whole'}`,
    heading: headingOf(code, definition),
    answers: general
      .filter(({ address }) => sectionOf(address, definition) === code)
      .map(({ address, question, answer, answeredAt }) => ({
        about: address === null ? undefined : labelAt(address, definition),
        question,
        answer,
        when: `Answered at ${momentInWords(answeredAt)}`,
      })),
  }))
  return {
    title: 'What others have asked',
    caption: definition.title,
    parts: parts.filter(({ answers }) => answers.length > 0),
  }
}

const sectionOf = (address: string | null, definition: SurveyDefinition): string | undefined =>
  address === null ? undefined : atlasOf(definition).question(address)?.section.code

function headingOf(code: string | undefined, { sections }: SurveyDefinition): string {
  const section = sections.find((each) => each.code === code)
  return section ? `${section.code.toUpperCase()}. ${section.title}` : 'The whole return'
}
