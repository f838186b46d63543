import type { Cell, Cells } from '../../../server/domain/survey/cells'
import type { Question, Section, SurveyDefinition } from '../../../server/domain/survey/definition'
import type { OrganisationType } from '../../../server/domain/survey/expression'
import { sheetOf } from '../../../server/domain/survey/routing'

/** The smallest survey that can show one idea: these questions, in one section. */
export const surveyOf = (questions: readonly Question[], rest: Partial<Section> = {}): SurveyDefinition => ({
  code: 'tiny',
  title: 'Tiny',
  references: {},
  sections: [{ code: 'a', title: 'A', questions, rules: [], ...rest }],
  indicators: [],
  tallies: [],
})

/** 41 is a figure, 'yes' a choice, 'NC' not collected. */
export const cells = (given: Readonly<Record<string, number | string | readonly string[] | boolean>>): Cells =>
  Object.fromEntries(
    Object.entries(given).map(([address, value]): [string, Cell] => [
      address,
      value === 'NC' ? { state: 'not_collected', reason: 'not_recorded' } : { state: 'value', value },
    ]),
  )

export const sheet = (
  definition: SurveyDefinition,
  given: Parameters<typeof cells>[0],
  type: OrganisationType = 'nhs_trust',
) =>
  sheetOf(
    definition,
    {
      organisation: {
        name: 'Thornmere Partnership NHS Trust',
        type,
        code: 'T80',
        cassrCode: null,
        nhsRegion: 'Y60',
        adassRegion: 'E12000004',
        popRegistered: 1_000_000,
        popResident: null,
        popAdults: null,
        emailDomains: ['thornmere-trust.example'],
      },
    },
    cells(given),
  )

const people = { kind: 'integer', min: 0, max: 9999 } as const
const wte = { kind: 'decimal', min: 0, max: 9999.99, places: 2 } as const

export const yesNo = (code: string, rest: Partial<Question> = {}): Question =>
  ({
    code,
    label: code,
    shape: 'single',
    box: {
      kind: 'choice',
      options: ['yes', 'no', 'not_known'].map((value) => ({ value, label: value })),
    },
    answering: 'required',
    ...rest,
  }) as Question

export const count = (code: string, rest: Partial<Question> = {}): Question =>
  ({
    code,
    label: code,
    shape: 'single',
    box: people,
    answering: 'required',
    mayBeUncollected: true,
    ...rest,
  }) as Question

export const table = (code: string, rows: readonly string[], rest: Partial<Question> = {}): Question =>
  ({
    code,
    label: code,
    shape: 'table',
    rows: rows.map((row) => ({ code: row, label: row })),
    columns: [
      { code: 'hc', label: 'People', box: people },
      { code: 'wte', label: 'WTE', box: wte },
    ],
    answering: 'required',
    mayBeUncollected: true,
    ...rest,
  }) as Question

export const list = (code: string, rest: Partial<Question> = {}): Question =>
  ({
    code,
    label: code,
    shape: 'list',
    entry: 'Partner',
    most: 30,
    columns: [
      { code: 'org', label: 'Organisation', box: { kind: 'organisation' } },
      { code: 'hc', label: 'People', box: people },
      { code: 'wte', label: 'WTE', box: wte },
    ],
    answering: 'required',
    mayBeUncollected: true,
    ...rest,
  }) as Question
