import type ExcelJS from 'exceljs'
import { organisationNamed, type Names } from '../domain/reading/cellInWords'
import type { ChoiceLists } from './choiceLists'
import { givesWords } from './givesWords'
import type { Box } from '../domain/kinds'
import { reasons } from '../domain/survey/cells'

/** What a spreadsheet may check while somebody types. All of it is checked again when the file is put back. */
export function validationOf(box: Box, lists: ChoiceLists, names: Names): ExcelJS.DataValidation | undefined {
  switch (box.kind) {
    case 'integer':
      return refusing(box, { type: 'whole', operator: 'between', formulae: [box.min, box.max] })
    case 'decimal':
      return refusing(box, { type: 'decimal', operator: 'between', formulae: [box.min, box.max] })
    case 'text':
      return refusing(box, { type: 'textLength', operator: 'between', formulae: [box.min, box.max] })
    case 'choice':
      return refusing(box, { type: 'list', formulae: [lists.offering(box.options.map(({ label }) => label))] })
    case 'checkbox':
      return refusing(box, { type: 'list', formulae: [lists.offering(['Yes'])] })
    case 'organisation':
      return box.most === undefined ? suggesting(lists, names) : undefined
    case 'choices':
    case 'date':
    case 'email':
    case 'moment':
    case 'telephone':
      return undefined
  }
}

const refusing = (box: Box, check: ExcelJS.DataValidation): ExcelJS.DataValidation => ({
  ...check,
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: 'What to give',
  error: givesWords(box).slice(0, 200),
})

/** Organisations are offered by name; a code alone will do as well. */
const suggesting = (lists: ChoiceLists, names: Names): ExcelJS.DataValidation | undefined =>
  names.size === 0
    ? undefined
    : {
        type: 'list',
        formulae: [lists.offering([...names.keys()].map((code) => organisationNamed(code, names)))],
        allowBlank: true,
        showErrorMessage: false,
      }

/** The drop-down of reasons why a figure is not collected. */
export const reasonValidation = (lists: ChoiceLists): ExcelJS.DataValidation => ({
  type: 'list',
  formulae: [lists.offering(Object.values(reasons))],
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: 'Not collected',
  error: 'Choose a reason from the list, or leave this empty.',
})
