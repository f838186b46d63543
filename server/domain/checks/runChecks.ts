import type { Pair } from '../pairs/pair'
import type { Address } from '../survey/cells'
import { isEntered, type PlatformCheck, type SurveyDefinition } from '../survey/definition'
import { atlasOf } from '../survey/places'
import type { Checked, Found } from './found'
import { outliers } from './outliers'
import { partnersApart } from './partners'
import { copied, tenfold } from './slips'

/** What a rule of the platform is about, in this survey; nothing where it has no such rule. */
function aboutRule(definition: SurveyDefinition, check: PlatformCheck): readonly Address[] {
  const rules = definition.sections.flatMap((section) => section.rules)
  const rule = rules.find((each) => 'platform' in each && each.platform === check)
  return rule && 'platform' in rule ? (rule.about ?? []) : []
}

/** The totals a survey compares with last time's, which are those compared with others as well. */
export const totalsChecked = (definition: SurveyDefinition): readonly Address[] => {
  const own = aboutRule(definition, 'not_an_outlier')
  return own.length > 0 ? own : aboutRule(definition, 'not_ten_times')
}

/** Every address the checks look at. */
export const addressesChecked = (definition: SurveyDefinition): Address[] => [
  ...new Set([
    ...totalsChecked(definition),
    ...aboutRule(definition, 'not_ten_times'),
    ...definition.sections
      .flatMap(({ questions }) => questions)
      .filter((question) => question.shape === 'table' && isEntered(question))
      .flatMap(({ code }) => atlasOf(definition).addresses(`${code}.*.hc`, {})),
  ]),
]

/** All that the network's checks find in the submissions that stand, check by check. */
export const runChecks = (
  checked: readonly Checked[],
  pairs: readonly Pair[],
  definition: SurveyDefinition,
): Found[] => [
  ...outliers(checked, totalsChecked(definition), definition),
  ...tenfold(checked, aboutRule(definition, 'not_ten_times'), definition),
  ...copied(checked, definition),
  ...partnersApart(pairs),
]
