import { all, any, answered, is, some, ticked, type Condition } from '../../server/domain/survey/expression'
import type { Said } from './inTheListsWords'
import { listed, listedIn, type Listed } from './questionList'

/** A line of the list with its shorthand written out, to be compared with what the definition says. */
export const asListed = (line: Listed): Said => ({
  section: line.section,
  code: line.code,
  question: line.question,
  hint: line.hint,
  type: typeOf(line),
  unit: line.unit,
  ref: line.ref,
  range: rangeOf(line),
  req: line.req === 'O/R' ? 'O' : line.req,
  nc: ncOf(line),
  orgs: orgsOf(line),
})

const columns: Readonly<Record<string, string>> = {
  'hc, wte': 'hc integer, wte decimal 2dp',
  hc: 'hc integer',
  wte: 'wte decimal 2dp',
  n: 'n integer',
  'hc, wte, share': 'hc integer, wte decimal 2dp, share single: s0, s1_9, s10_24, s25_49, s50_74, s75_plus, not_known',
  'partner org (lookup), hc, wte': 'org organisation, hc integer, wte decimal 2dp',
}

const kinds: Readonly<Record<string, string>> = {
  'e-mail': 'email',
  datetime: 'moment',
  'multi-select from register': 'organisation',
  'decimal 2dp, signed': 'decimal 2dp',
  'signed decimal 2dp': 'decimal 2dp',
  'integer x2': 'integer',
}

function typeOf({ type }: Listed): string {
  const { shape, rest = '' } =
    /^(?<shape>matrix 1 row x|matrix rows x|repeating group:) (?<rest>.+)$/.exec(type)?.groups ?? {}
  if (shape !== undefined) return `${shape} ${columns[rest] ?? rest.replace(/^single \((.+)\)$/, 'single: $1')}`
  return kinds[type] ?? type.replace(/^single choice:/, 'single:')
}

const ncOf = ({ nc }: Listed): string => {
  if (nc === 'Y(wte)') return 'wte'
  return nc.startsWith('Y') ? 'Y' : nc
}

/** "L: own teams" says what councils count, not that they are not asked. */
const orgsOf = ({ orgs }: Listed): string => {
  if (orgs === 'same' || orgs === 'N,I,V (L: own teams)') return 'all'
  return orgs === 'NL' || orgs === 'L,N' ? 'N,L' : orgs
}

/** "total" is the base of the question's own table. */
const totals: Readonly<Record<string, string>> = {
  amhp_emp_prof: 'amhp_emp',
  amhp_emp_mode: 'amhp_emp',
  amhp_emp_50plus: 'amhp_emp',
  amhp_approved_employer: 'amhp_approved',
  bia_emp_prof: 'bia_emp',
  act_mha_outcome: 'act_mha_assess',
  act_mha_s136: 'act_mha_assess',
  psw_leaver_reason: 'psw_leavers',
}

/** Counts that are one number, where most are told as people and WTE. */
const single = new Set(['amhp_approved', 'bia_emp', 'act_mha_assess'])

const shorthand: Readonly<Record<string, string>> = {
  total: '',
  'social_worker row': '',
  starters: 'starters.hc',
  leavers: 'leavers.hc',
  establishment: 'psw_est_wte',
}

function boundOf({ code, survey }: Listed, bound: string, column: string): string {
  if (bound === 'social_worker row') return `${code.split('_')[0] ?? ''}_emp_prof.social_worker.hc`
  if (bound === 'sw_service' || bound === 'psw_emp') return `${bound}.${column}`
  if (bound !== 'total') return shorthand[bound] ?? bound
  const base = totals[code] ?? employedIn(survey)
  return single.has(base) ? base : `${base}.${column === '' ? 'hc' : column}`
}

/** Those employed, whom most tables add up to. */
const employedIn = (survey: string): string => (survey === 'psw' ? 'psw_emp' : 'sw_employed')

const usual = { hc: '0-9999', wte: '0-9999.99' }

const bare = (range: string): string =>
  range.replaceAll(/(?<=\d),(?=\d{3})/g, '').replaceAll(/(\d+)\.(\d+)/g, (number) => String(Number(number)))

function rangeOf(line: Listed): string {
  const { type, range } = line
  if (range === '-') return '-'
  const columns = /(?: x |: partner org \(lookup\), )((?:hc|wte|n)(?:, (?:hc|wte|share))*)$/
    .exec(type)?.[1]
    ?.split(', ')
  if (!columns) return singleRange(line, '')
  const ranges = columns.map((column) => `${column} ${columnRange(line, column)}`)
  if (!type.startsWith('repeating')) return ranges.join('; ')
  return ['org list', ...ranges, line.range].join('; ')
}

function columnRange(line: Listed, column: string): string {
  const { range } = line
  if (column === 'share') return 'list'
  const own = new RegExp(`${column} ([\\d.,-]+)`).exec(range)?.[1]
  if (own !== undefined) return bare(own)
  if (column === 'wte' && range.startsWith('0-9,999')) return usual.wte
  const isUsual = ['same', 'as above'].includes(range) || range.endsWith('entries') || /\b(hc|wte) /.test(range)
  if (isUsual) return column === 'wte' ? usual.wte : usual.hc
  return singleRange({ ...line, range: range.split(';')[0] ?? '' }, column)
}

function singleRange(line: Listed, column: string): string {
  const range = line.range.replace('−', '-').replace(/^each /, '')
  const bound = /^0(?:\.00)? to (.+)$/.exec(range)?.[1]
  if (bound !== undefined) return `0 to ${boundOf(line, bound, column)}`
  if (['list', 'valid', 'ticked', 'must be ticked', 'same'].includes(range)) return 'list'
  return bare(
    range
      .replace(' chars', '')
      .replace(/; required.*/, '')
      .replace(' to ', '-'),
  )
}

/** What must be so for the question to be asked; undefined is always. */
export function askedWhere(line: Listed): Condition | undefined {
  const { routing } = line
  if (routing === 'always' || routing === 'always for L') return undefined
  if (routing === 'same') return askedWhere(before(line))
  const saying = sayings[routing]
  return saying ? saying(line) : conditionIn(routing)
}

/** "same" is as the question before; in the lists of data quality, as the first of the three. */
function before({ code }: Listed): Listed {
  const { section } = /^dq_(?<section>\w)_/.exec(code)?.groups ?? {}
  const wanted = section === undefined ? listed[listed.findIndex((each) => each.code === code) - 1] : undefined
  const found = wanted ?? listed.find((each) => each.code === `dq_${section ?? ''}_source`)
  if (!found) throw new Error(`Nothing stands before ${code}`)
  return found
}

function conditionIn(routing: string): Condition {
  if (routing.includes(' or ')) return any(...routing.split(' or ').map(conditionIn))
  if (routing.includes(' and ')) return all(...routing.split(' and ').map(conditionIn))
  const count = /^(?<address>[\w.]+) > 0$/.exec(routing)?.groups
  if (count) return some(count['address'] ?? '')
  const { address = '', value = '' } = /^(?<address>\w+) = (?<value>\w+)$/.exec(routing)?.groups ?? {}
  if (address === '') throw new Error(`The list routes by “${routing}”, which this test cannot read`)
  return value === 'yes' ? some(address) : is(address, value)
}

// Where nobody is employed there is nobody to tell of: these count as 0, whichever way they would have been told.
const employsAny = some('sw_employed.hc')
const employsPeers = some('psw_emp.hc')

/** Routing the list says in words, or where it leaves a gate to be understood. */
const sayings: Readonly<Record<string, (line: Listed) => Condition | undefined>> = {
  's75_in_place yes_*': () => is('s75_in_place', 'yes_all', 'yes_part'),
  'other ticked': () => ticked('la_delivery_model', 'other'),
  'any ended_* or staff_returned_to_la': () =>
    ticked('s75_change_3y', 'ended_by_la', 'ended_by_nhs', 'staff_returned_to_la'),
  'demo_eth_detail = detailed_16': () => all(employsAny, is('demo_eth_detail', 'detailed_16')),
  'demo_eth_detail = grouped_5': () => all(employsAny, is('demo_eth_detail', 'grouped_5')),
  'pay_scheme = afc': () => all(employsAny, is('pay_scheme', 'afc')),
  'pay_scheme = local_gov or other': () => all(employsAny, is('pay_scheme', 'local_gov', 'other')),
  'psw_eth_detail = detailed_16': () => all(employsPeers, is('psw_eth_detail', 'detailed_16')),
  'psw_eth_detail = grouped_5': () => all(employsPeers, is('psw_eth_detail', 'grouped_5')),
  'psw_pay_scheme = afc': () => all(employsPeers, is('psw_pay_scheme', 'afc')),
  'psw_pay_scheme ≠ afc': () => all(employsPeers, is('psw_pay_scheme', 'local_gov', 'other')),
  'increase or decrease': () => is('future_plans', 'increase', 'decrease'),
  'con_f2f or con_nonf2f answered': () => answered('con_f2f', 'con_nonf2f'),
  'other_* row used': () => any(some('team_provided.other_community'), some('team_provided.other_inpatient')),
  // A total is asked of nobody: it is there as soon as its parts are.
  'both answered': () => undefined,
  // Only the sign-off page knows: see sections/q.
  'any SOFT rule open': () => undefined,
  'per row: team_provided.row = yes': () => some('team_provided.@'),
  'per row: team_uses_sw.row = yes': () => some('team_uses_sw.@'),
  'per row: psw_team_provided.row = yes': () => some('psw_team_provided.@'),
  'per row: psw_team_uses.row = yes': () => some('psw_team_uses.@'),
  'section has any answer': ({ section }) => answered(...entered('mhsw', section)),
  'any answer': () => answered(...entered('psw', '')),
  'any of L answered': () =>
    answered(...entered('mhsw', 'l').filter((code) => !/^act_(basis|full_year|months)$/.test(code))),
}

const entered = (survey: string, section: string): string[] =>
  listedIn(survey)
    .filter((line) => line.section === section && /^[RO]/.test(line.req) && !/^(dq_\w+?|psw_decl)_/.test(line.code))
    .map(({ code }) => code)
