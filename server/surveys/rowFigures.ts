import type { Said } from '../domain/survey/definition'
import { equal, lessThan } from '../domain/survey/expression'
import { said, saidWte } from './words'

/** What a rule judged row by row has to say: which row, how many people, how many WTE, and what is wrong with them. */
export const rowFigures: Readonly<Record<string, Said>> = {
  row: { kind: 'row' },
  hc: said('@.hc'),
  wte: saidWte('@.wte'),
  wrong: {
    kind: 'case',
    cases: [
      { when: equal('@.hc', 0), says: 'there are WTE but no people' },
      { when: equal('@.wte', 0), says: 'there are people but no WTE' },
      { when: lessThan('@.hc', '@.wte'), says: 'the WTE cannot be more than the number of people' },
    ],
  },
}
