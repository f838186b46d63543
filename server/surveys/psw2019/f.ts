import type { Question, Section, UpTo } from '../../domain/survey/definition'
import { all, equal, minus, plus, some, sum } from '../../domain/survey/expression'
import { teamLabels } from '../teams'
import { oneOf, peopleAndWte, rows, said, saidWte, TOLERANCE, yesNo, yesNoNotKnown } from '../words'

const teams = rows({
  cmht: teamLabels.cmht,
  eip: teamLabels.eip,
  crhtt: teamLabels.crhtt,
  crisis_alternative: 'Alternative to crisis care (for example a crisis house or café)',
  perinatal: teamLabels.perinatal,
  older_community: teamLabels.older_community,
  personality_disorder: teamLabels.personality_disorder,
  eating_disorder: teamLabels.eating_disorder,
  rehab_community: teamLabels.rehab_community,
  forensic_community: teamLabels.forensic_community,
  liaison: teamLabels.liaison,
  primary_care_mh: teamLabels.primary_care_mh,
  substance_misuse: teamLabels.substance_misuse,
  gambling: 'Problem gambling',
  homeless: teamLabels.homeless,
  employment_support: 'Employment support',
  recovery_college: 'Recovery college',
  cyp_community: teamLabels.cyp_community,
  ip_adult_acute: teamLabels.ip_adult_acute,
  ip_rehab: teamLabels.ip_rehab,
  ip_secure: 'Inpatient: secure',
  ip_cyp: teamLabels.ip_cyp,
  ip_other: 'Inpatient: other',
  carer_support: 'Support for carers',
  other: 'Other',
})

/** Paid peer workers in the organisation's own services: its own, less those placed elsewhere, and others'. */
const inServices = minus(plus('psw_emp.hc', 'psw_ext.hc'), 'psw_out.hc')
const inServicesWte = minus(plus('psw_emp.wte', 'psw_ext.wte'), 'psw_out.wte')

const upToService: UpTo = {
  hc: { figure: inServices, called: 'the paid peer support workers in your services' },
  wte: { figure: inServicesWte, called: 'the WTE of the paid peer support workers in your services' },
}

const questions: readonly Question[] = [
  {
    code: 'psw_team_provided',
    label: 'Do you provide this service?',
    hint: 'Tick each service your organisation ran on 30 September 2019. Councils: your own teams.',
    shape: 'table',
    rows: teams,
    columns: [{ code: '', label: 'Provided', box: oneOf(yesNo) }],
    reference: 'C',
    answering: 'required',
    when: some('psw_any'),
  },
  {
    code: 'psw_team_uses',
    label: 'Did any paid peer support workers work in it?',
    hint: 'Employed by you or by others.',
    shape: 'table',
    rows: teams,
    columns: [{ code: '', label: 'Peer support workers', box: oneOf(yesNoNotKnown) }],
    reference: 'C',
    answering: 'required',
    when: some('psw_any'),
    rowWhen: some('psw_team_provided.@'),
  },
  {
    code: 'psw_team_staff',
    label: 'How many paid peer support workers worked in it?',
    hint: 'Paid workers, employed and external. Count each person in their main team. Split the WTE of people who work across teams.',
    unit: 'people, WTE',
    shape: 'table',
    rows: teams,
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    mayBeUncollected: true,
    upTo: upToService,
    when: some('psw_any'),
    rowWhen: some('psw_team_uses.@'),
  },
  {
    code: 'psw_unallocated',
    label: 'Peer workers not allocated to a team',
    hint: 'Leads, trainers, cross-service posts, or where you cannot split.',
    unit: 'people, WTE',
    shape: 'row',
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    upTo: upToService,
    when: some('psw_any'),
  },
]

const inTeams = plus(sum('psw_team_staff.*.hc'), 'psw_unallocated.hc')
const inTeamsWte = plus(sum('psw_team_staff.*.wte'), 'psw_unallocated.wte')

export const sectionF: Section = {
  code: 'f',
  title: 'Where peer support workers work',
  intro: [
    'Count all paid peer support workers in your mental health services: those you employ who work in them, and those employed by others. Leave out volunteers.',
    'Say first whether the service exists, then whether there are peer support workers in it.',
  ],
  when: some('psw_any'),
  questions,
  rules: [
    {
      code: 'PS05',
      level: 'hard',
      says: 'Teams and those not allocated add up to {x} people (WTE: {a}); {y} paid peer support workers work in your services (WTE: {b}): those you employ, less those in another organisation’s services, and those employed by someone else. Correct the teams, or the figures in section B.',
      holds: all(equal(inTeams, inServices), equal(inTeamsWte, inServicesWte, TOLERANCE)),
      figures: { x: said(inTeams), a: saidWte(inTeamsWte), y: said(inServices), b: saidWte(inServicesWte) },
    },
  ],
}
