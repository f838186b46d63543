import type { SentFile } from '../domain/returns/sentFile'
import type { Section, SurveyDefinition } from '../domain/survey/definition'
import { typedFrom } from './typedFrom'

interface Kept {
  readonly file: SentFile
  /** The return's version that the file began with. */
  readonly version: number
}

/** What a file says of some sections, as their pages would have sent it, and the version of the return it began with. */
export const typedApart = ({ file, version }: Kept, sections: readonly Section[], definition: SurveyDefinition) => ({
  typed: typedFrom(file, { definition, kept: {}, sections: new Set(sections.map(({ code }) => code)) }).typed,
  version,
})
