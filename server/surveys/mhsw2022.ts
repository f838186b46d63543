import type { SurveyDefinition } from '../domain/survey/definition'
import { answering } from './indicators/answering'
import { sectionJ } from './mhsw2019/j'
import { sectionN } from './mhsw2019/n'
import { sectionQ } from './mhsw2019/q'
import { sectionA } from './mhsw2022/a'
import { sectionB } from './mhsw2022/b'
import { sectionC } from './mhsw2022/c'
import { sectionD } from './mhsw2022/d'
import { sectionE } from './mhsw2022/e'
import { sectionF } from './mhsw2022/f'
import { sectionG } from './mhsw2022/g'
import { sectionH } from './mhsw2022/h'
import { sectionI } from './mhsw2022/i'
import { sectionK } from './mhsw2022/k'
import { sectionL } from './mhsw2022/l'
import { sectionM } from './mhsw2022/m'
import { sectionO } from './mhsw2022/o'
import { sectionP } from './mhsw2022/p'
import { sectionT } from './mhsw2022/t'
import { indicators } from './mhsw2022/indicators'
import { peers } from './mhsw2019/peers'
import { tallies } from './mhsw2019/tallies'

const sections = [
  sectionA,
  sectionB,
  sectionT,
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
 * The mental health social care workforce survey of 31 March 2022: what the specification's page on the 2022 wave changes,
 * and all the rest with the codes of 2019. Pay, work outside mental health teams and the declaration are those of 2019.
 */
export const mhsw2022: SurveyDefinition = {
  code: 'mhsw-2022',
  title: 'Mental health social care workforce survey 2022',
  references: {
    C: 'on 31 March 2022',
    Y12: '1 April 2021 to 31 March 2022',
    FY: '1 April 2021 to 31 March 2022',
    'mid-2020': 'in the middle of 2020',
    'week of C': 'in the week including 31 March 2022',
    '3 years to C': 'in the three years to 31 March 2022',
    '31 Mar 2021': 'on 31 March 2021',
    'since 2019': 'after 30 September 2019, up to 31 March 2022',
    'Y12 (training: C)': '1 April 2021 to 31 March 2022 (in training: on 31 March 2022)',
    'C / Y12': 'on 31 March 2022, and 1 April 2021 to 31 March 2022',
  },
  sections,
  indicators: [...indicators, ...answering(sections)],
  tallies,
  peers,
}
