import type { SurveyDefinition } from '../survey/definition'

const written = /(\d{1,2}) ([A-Z][a-z]+) (\d{4})/

/** The day a survey is about, from its reference C: noon of 30 September 2019. */
export function censusDay({ code, references }: Pick<SurveyDefinition, 'code' | 'references'>): Date {
  const [found] = written.exec(references.C ?? '') ?? []
  const day = new Date(`${found ?? ''} 12:00:00 UTC`)
  if (Number.isNaN(day.getTime())) throw new Error(`The survey ${code} does not say which day it is about`)
  return day
}
