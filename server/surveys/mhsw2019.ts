import type { SurveyDefinition } from '../domain/survey/definition'
import { answering } from './indicators/answering'
import { sectionA } from './mhsw2019/a'
import { sectionB } from './mhsw2019/b'
import { sectionC } from './mhsw2019/c'
import { sectionD } from './mhsw2019/d'
import { sectionE } from './mhsw2019/e'
import { sectionF } from './mhsw2019/f'
import { sectionG } from './mhsw2019/g'
import { sectionH } from './mhsw2019/h'
import { sectionI } from './mhsw2019/i'
import { sectionJ } from './mhsw2019/j'
import { sectionK } from './mhsw2019/k'
import { sectionL } from './mhsw2019/l'
import { sectionM } from './mhsw2019/m'
import { sectionN } from './mhsw2019/n'
import { sectionO } from './mhsw2019/o'
import { sectionP } from './mhsw2019/p'
import { sectionQ } from './mhsw2019/q'
import { indicators } from './mhsw2019/indicators'
import { peers } from './mhsw2019/peers'
import { tallies } from './mhsw2019/tallies'

const sections = [
  sectionA,
  sectionB,
  sectionC,
  sectionD,
  sectionE,
  sectionF,
  sectionG,
  sectionH,
  sectionI,
  sectionJ,
  sectionK,
  sectionL,
  sectionM,
  sectionN,
  sectionO,
  sectionP,
  sectionQ,
]

/**
 * The mental health social work workforce survey of 2019-20. Its codes are the specification's and never change their
 * meaning: a changed question takes a new code, in a new definition.
 */
export const mhsw2019: SurveyDefinition = {
  code: 'mhsw-2019',
  title: 'Mental health social work workforce survey 2019-20',
  references: {
    C: 'on 30 September 2019',
    Y12: '1 October 2018 to 30 September 2019',
    FY: '1 April 2018 to 31 March 2019',
    'mid-2018': 'in the middle of 2018',
    'week of C': 'in the week including 30 September 2019',
    '3 years to C': 'in the three years to 30 September 2019',
    '30 Sep 2018': 'on 30 September 2018',
    '31 Mar 2019': 'on 31 March 2019',
    'Y12 (training: C)': '1 October 2018 to 30 September 2019 (in training: on 30 September 2019)',
    'C / Y12': 'on 30 September 2019, and 1 October 2018 to 30 September 2019',
  },
  sections,
  indicators: [...indicators, ...answering(sections)],
  tallies,
  peers,
}
