import type { Address } from './cells'
import type { Section, SurveyDefinition } from './definition'

const comparedIn = ({ rules }: Section): Address[] =>
  rules.flatMap((rule) => ('platform' in rule && rule.compared ? [rule.compared.there] : []))

/** Addresses of another survey that rules of this one compare a figure with. */
export const readElsewhere = ({ sections }: SurveyDefinition): Address[] => sections.flatMap(comparedIn)

/** The sections with rules that read one of these addresses of another survey. */
export const sectionsComparing = ({ sections }: SurveyDefinition, addresses: readonly Address[]): string[] =>
  sections.filter((section) => comparedIn(section).some((each) => addresses.includes(each))).map(({ code }) => code)
