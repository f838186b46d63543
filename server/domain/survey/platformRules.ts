import type { Value } from '../kinds'
import { readable } from '../kinds/number'
import { isCodeOf } from '../organisations/codes'
import type { PlatformCheck, PlatformRule, Rule, Section } from './definition'
import type { Finding } from './finding'
import { columnsAlike, coreNotCollected, roundHundreds, tooLittleCollected, tenTimes, unsteady } from './patternRules'
import { findPersonalData } from './personalData'
import { placesIn, type Place } from './places'
import { figureOf, livingCell } from './reckoning'
import type { Sheet } from './sheet'

type Check = (rule: Rule & PlatformRule, section: Section, sheet: Sheet) => Finding[]

const elsewhere: Check = () => []

/** A01: the register's own code fits the type of organisation. */
function codeOfItsType({ says }: Rule, _section: Section, { register: { organisation } }: Sheet): Finding[] {
  if (isCodeOf(organisation.type, organisation.code)) return []
  return [{ says: says.replaceAll(/\{\w+\}/g, organisation.code), addresses: ['org_code'] }]
}

/** A02: no organisation covered by a joint return has begun one of its own. */
const coveredNotStarted: Check = ({ says }, _section, { register }) =>
  (register.begunAlready ?? []).map((name) => ({
    says: says.replaceAll(/\{\w+\}/g, name),
    addresses: ['return_scope_orgs'],
  }))

/** A03: an organisation that says it has none is not named as host by others. */
function namedAsHost({ says }: Rule, _section: Section, sheet: Sheet): Finding[] {
  const gate = livingCell('has_mhsw', sheet)
  if (gate?.state !== 'value' || gate.value !== 'no') return []
  return (sheet.register.namedAsHostBy ?? []).map(({ name, wte }) => ({
    says: says.replace(/\{(LA|org|name)\}/g, name).replaceAll(/\{\w+\}/g, wte.toFixed(2)),
    addresses: ['has_mhsw'],
  }))
}

const valueAt = (address: string, sheet: Sheet): Value | undefined => {
  const found = livingCell(address, sheet)
  return found?.state === 'value' ? found.value : undefined
}

/** B05: partners are other organisations, each named once. */
function partnersDistinct({ says }: Rule, section: Section, sheet: Sheet): Finding[] {
  const named = placesIn(section, sheet.cells).filter(
    ({ question, box }) => question.shape === 'list' && box.kind === 'organisation',
  )
  return named.flatMap((place, at) => {
    const code = valueAt(place.address, sheet)
    if (code === undefined) return []
    if (code === sheet.register.organisation.code) return [{ says, addresses: [place.address] }]
    const before = named.slice(0, at).find((other) => isTwice(other, place, sheet))
    return before
      ? [
          {
            says: `${place.label} names the same organisation as ${before.label}. Put both figures in one line.`,
            addresses: [before.address, place.address],
          },
        ]
      : []
  })
}

const isTwice = (one: Place, other: Place, sheet: Sheet): boolean =>
  one.question === other.question && valueAt(one.address, sheet) === valueAt(other.address, sheet)

/** C06: "no change" and "not known" stand alone. */
const choicesExclusive: Check = ({ says }, section, sheet) =>
  placesIn(section, sheet.cells).flatMap(({ address, box, question }) => {
    const ticked = valueAt(address, sheet)
    if (box.kind !== 'choices' || !Array.isArray(ticked) || ticked.length < 2) return []
    const alone = box.options.find(({ value, exclusive }) => exclusive && ticked.includes(value))
    return alone
      ? [{ says: `${question.label} ${says.replaceAll('{option}', alone.label)}`, addresses: [address] }]
      : []
  })

/** Q04: nothing written in this section looks like somebody's personal data. */
const noPersonalData: Check = ({ says }, section, sheet) =>
  placesIn(section, sheet.cells).flatMap(({ address, box, label }) => {
    const written = box.kind === 'text' ? valueAt(address, sheet) : undefined
    const found = typeof written === 'string' ? findPersonalData(written) : undefined
    return found ? [{ says: `${label} seems to contain ${found}. ${says}`, addresses: [address] }] : []
  })

/** PS12: the sister survey, if it tells this figure too, tells the same. */
function agreesWithOtherSurvey(
  { says, compared, about }: Rule & PlatformRule,
  _section: Section,
  sheet: Sheet,
): Finding[] {
  if (!compared) return []
  const there = sheet.register.otherSurvey?.[compared.there]
  const here = figureOf(compared.here, sheet)
  if (there?.state !== 'value' || typeof there.value !== 'number' || here === undefined) return []
  if (there.value === here) return []
  const told = says.replaceAll('{here}', readable(here)).replaceAll('{there}', readable(there.value))
  return [{ says: told, addresses: about ?? [], beside: `${compared.there}=${there.value}` }]
}

/** How each rule of the platform is judged from a sheet; those judged of more than a sheet are named where they live. */
const checks: Record<PlatformCheck, Check> = {
  code_in_register: codeOfItsType,
  covered_not_started: coveredNotStarted,
  named_as_host: namedAsHost,
  partners_agree: elsewhere, // the network's, across two returns
  partners_distinct: partnersDistinct,
  choices_exclusive: choicesExclusive,
  round_hundreds: roundHundreds,
  ready_to_sign: elsewhere, // readiness.ts
  second_person: elsewhere, // returns/lifecycle.ts
  signatory_domain: elsewhere, // returns/declaration.ts
  no_personal_data: noPersonalData,
  signature_stands: elsewhere, // returns/lifecycle.ts
  core_collected: coreNotCollected,
  enough_collected: tooLittleCollected,
  columns_differ: columnsAlike,
  not_ten_times: tenTimes,
  not_an_outlier: elsewhere, // the network's, after a release
  steady_since_last: unsteady,
  agrees_with_other_survey: agreesWithOtherSurvey,
}

/** Where a rule of the platform does not hold. */
export const platformFindings = (rule: Rule & PlatformRule, section: Section, sheet: Sheet): Finding[] =>
  checks[rule.platform](rule, section, sheet)
