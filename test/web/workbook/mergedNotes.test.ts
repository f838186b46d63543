import { mergedNotes } from '../../../server/web/workbook/mergedNotes'

const note = (ref: string, says = 'must be a number.', sheet = 'B') => ({ sheet, ref, says })

describe('what is said of cells', () => {
  test('is said once of all the cells it is true of, in order, sheet by sheet, and of one by its name', () => {
    expect(
      mergedNotes([
        note('E14'),
        note('E12'),
        { ...note('D3', 'is a date.'), what: 'Vacant posts' },
        note('E2', 'must be a number.', 'C'),
      ]),
    ).toEqual([
      { where: 'Sheet “B”, E12, E14; Sheet “C”, E2', what: '', says: 'must be a number.' },
      { where: 'Sheet “B”, D3', what: 'Vacant posts', says: 'is a date.' },
    ])
  })

  test('names a cell once, and of very many the first few', () => {
    expect(mergedNotes([note('E2'), note('E2')])[0]?.where).toBe('Sheet “B”, E2')
    const many = Array.from({ length: 25 }, (_, at) => note(`E${at + 1}`))
    expect(mergedNotes(many)[0]?.where).toMatch(/E1, E2, .*E20 and 5 more$/)
  })
})
