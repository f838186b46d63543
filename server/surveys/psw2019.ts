import type { SurveyDefinition } from '../domain/survey/definition'
import { answering } from './indicators/answering'
import { sectionA } from './psw2019/a'
import { sectionB } from './psw2019/b'
import { sectionC } from './psw2019/c'
import { sectionD } from './psw2019/d'
import { sectionE } from './psw2019/e'
import { sectionF } from './psw2019/f'
import { sectionG } from './psw2019/g'
import { sectionH } from './psw2019/h'
import { sectionI } from './psw2019/i'
import { indicators } from './psw2019/indicators'
import { peers } from './psw2019/peers'
import { tallies } from './psw2019/tallies'

const sections = [sectionA, sectionB, sectionC, sectionD, sectionE, sectionF, sectionG, sectionH, sectionI]

/**
 * The peer support worker workforce survey of 2019-20, sister of the social work survey (spec §3). Its questions are one
 * list in the specification; the sections are ours. Its codes keep the specification's prefix, which is never shown.
 */
export const psw2019: SurveyDefinition = {
  code: 'psw-2019',
  title: 'Peer support worker workforce survey 2019-20',
  references: {
    C: 'on 30 September 2019',
    Y12: '1 October 2018 to 30 September 2019',
    FY: '1 April 2018 to 31 March 2019',
    'mid-2018': 'in the middle of 2018',
    'Sep 2019': 'in September 2019',
  },
  sections,
  indicators: [...indicators, ...answering(sections)],
  tallies,
  peers,
}
