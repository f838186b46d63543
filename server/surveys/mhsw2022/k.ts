import type { Question, Section } from '../../domain/survey/definition'
import {
  all,
  answered,
  any,
  atMost,
  equal,
  implies,
  is,
  moreThan,
  plus,
  some,
  sum,
  ticked,
  times,
} from '../../domain/survey/expression'
import { longWords, oneOf, peopleAndWte, said, saidWte, TOLERANCE, yesNo, yesNoNotKnown } from '../words'
import { dataQuality } from '../dataQuality'
import { rowFigures } from '../rowFigures'
import { teams } from './teams'
import { upToBoth } from '../upTo'

const upToService = upToBoth('sw_service', 'the social workers in your mental health services')

const questions: readonly Question[] = [
  {
    code: 'team_provided',
    label: 'Do you provide this service?',
    hint: 'Tick each service your organisation ran on 31 March 2022. Councils: your own teams.',
    shape: 'table',
    rows: teams,
    columns: [{ code: '', label: 'Provided', box: oneOf(yesNo) }],
    reference: 'C',
    answering: 'required',
    // It leads to the essential table below.
    essential: true,
  },
  {
    code: 'team_uses_sw',
    label: 'Were any social workers working in it?',
    hint: 'Employed by you or by others.',
    shape: 'table',
    rows: teams,
    columns: [{ code: '', label: 'Social workers', box: oneOf(yesNoNotKnown) }],
    reference: 'C',
    answering: 'required',
    rowWhen: some('team_provided.@'),
    essential: true,
  },
  {
    code: 'team_staff',
    label: 'How many social workers worked in it?',
    hint: 'Count each person in their main team. Split the WTE of people who work across teams.',
    unit: 'people, WTE',
    shape: 'table',
    rows: teams,
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    rowWhen: some('team_uses_sw.@'),
    mayBeUncollected: true,
    upTo: upToService,
  },
  {
    code: 'team_unallocated',
    label: 'Social workers not allocated to a team',
    hint: 'Corporate leads, trainers, cross-service posts, or where you cannot split.',
    unit: 'people, WTE',
    shape: 'row',
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    upTo: upToService,
  },
  {
    code: 'team_other_name',
    label: 'Name the other services',
    shape: 'single',
    box: longWords(3, 500),
    reference: 'C',
    answering: 'required',
    when: any(some('team_provided.other_community'), some('team_provided.other_inpatient')),
  },
]

const inTeams = plus(sum('team_staff.*.hc'), 'team_unallocated.hc')
const inTeamsWte = plus(sum('team_staff.*.wte'), 'team_unallocated.wte')

export const sectionK: Section = {
  code: 'k',
  title: 'Where social workers work',
  intro: [
    'Count everyone who works in your mental health services: the social workers you employ who work in them, and those employed by others.',
    'People who work across teams go to their main team for headcount; split their WTE between the teams.',
    'Say first whether the service exists, then whether there are social workers in it.',
  ],
  when: some('has_mhsw'),
  questions: [...questions, ...dataQuality('k', questions)],
  rules: [
    {
      code: 'K01',
      level: 'hard',
      says: 'Teams and those not allocated add up to {x} people (WTE: {a}); {y} social workers work in your services (WTE: {b}). Correct the teams, or the totals in section B.',
      holds: all(equal(inTeams, 'sw_service.hc'), equal(inTeamsWte, 'sw_service.wte', TOLERANCE)),
      figures: {
        x: said(inTeams),
        a: saidWte(inTeamsWte),
        y: said('sw_service.hc'),
        b: saidWte('sw_service.wte'),
      },
    },
    {
      code: 'K02',
      level: 'hard',
      says: '{row} (people: {hc}, WTE: {wte}): the WTE cannot be more than the number of people, and a team with social workers has some of either. Give 0 people only where part of somebody’s WTE is here and their main team is another.',
      each: ['team_staff.*'],
      // Only of rows that are answered: a team without social workers is 0 and 0.
      holds: implies(
        answered('@.hc'),
        all(any(moreThan('@.hc', 0), moreThan('@.wte', 0)), any(equal('@.hc', 0), atMost('@.wte', '@.hc'))),
      ),
      figures: rowFigures,
    },
    {
      code: 'K03',
      level: 'hard',
      says: 'You said that social workers work in some teams, but not how many, or gave {hc} people (WTE: {wte}) in teams where you said there are none. Give the people and WTE of each team with social workers, or “not collected”.',
      each: teams.map(({ code }) => code),
      holds: all(
        implies(is('team_uses_sw.@', 'yes'), all(answered('team_staff.@.hc'), answered('team_staff.@.wte'))),
        implies(is('team_uses_sw.@', 'no'), all(equal('team_staff.@.hc', 0), equal('team_staff.@.wte', 0))),
      ),
      figures: { hc: said('team_staff.@.hc'), wte: saidWte('team_staff.@.wte') },
    },
    {
      code: 'K04',
      level: 'soft',
      says: 'More than 15% are not allocated to a team: {x} of {y} WTE. Allocate them to their teams if you can, or explain.',
      holds: atMost('team_unallocated.wte', times(0.15, 'sw_service.wte')),
      figures: { x: saidWte('team_unallocated.wte'), y: saidWte('sw_service.wte') },
    },
    {
      code: 'K05',
      level: 'soft',
      says: 'You provide “{row}”, but in section A you did not tick children and young people among the ages you serve. Correct one of the two, or explain.',
      each: [
        'team_provided.cyp_community',
        'team_provided.cyp_looked_after',
        'team_provided.cyp_youth_justice',
        'team_provided.cyp_neurodev',
        'team_provided.ip_cyp',
      ],
      holds: any(ticked('services_ages', 'cyp_0_17'), is('@', 'no')),
      figures: { row: { kind: 'row' } },
    },
    {
      code: 'K06',
      level: 'soft',
      says: 'You answered “{chosen}” for generic community mental health teams. Almost every mental health trust runs community teams. Correct it, or explain.',
      organisations: ['nhs_trust'],
      holds: is('team_provided.cmht', 'yes'),
      figures: { chosen: { kind: 'choice', address: 'team_provided.cmht' } },
    },
  ],
}
