import fc from 'fast-check'
import { mergeReads } from '../../server/domain/survey/mergeReads'
import { readSection } from '../../server/domain/survey/readSection'
import { writtenWorkbook } from '../../server/workbooks/returnWorkbook'
import { cellsOf, placesToWrite, typing } from './answers'
import { eachAddress } from './cellByAddress'
import { fillable, putBack, sheetWith, workbookOf } from './sheets'
import { mhsw2019 } from '../../server/surveys/mhsw2019'

/** A few sections at a time, by their letters: each is written and read in full. */
const someLetters = fc.subarray(
  fillable().map(({ code }) => code),
  { minLength: 1, maxLength: 3 },
)
const lettered = (letters: readonly string[]) => fillable().filter(({ code }) => letters.includes(code))

const types = fc.constantFrom('nhs_trust', 'local_authority', 'independent', 'voluntary')

test('any answers, written to a workbook and read back, are the same answers', async () => {
  const told = fc
    .record({ letters: someLetters, type: types })
    .chain(({ letters, type }) =>
      fc.record({ letters: fc.constant(letters), type: fc.constant(type), cells: cellsOf(lettered(letters)) }),
    )
  await fc.assert(
    fc.asyncProperty(told, async ({ letters, type, cells }) => {
      const sections = lettered(letters)
      const file = await writtenWorkbook(workbookOf(cells, { sections, type }))
      const blank = await putBack(file, {}, { sections, type })
      const again = await putBack(file, cells, { sections, type })
      expect({ ...again, absent: [], remarks: [] }).toEqual({
        changes: {},
        conflicts: [],
        unreadable: [],
        absent: [],
        remarks: [],
      })
      // Against an empty return, everything that was written is added: nothing has been left out of the file.
      expect(blank.changes).toEqual(cells)
    }),
    { numRuns: 40 },
  )
})

test('the same text in a page and in a workbook gives the same cells and the same problems', async () => {
  const told = someLetters.chain((letters) =>
    fc.record({
      letters: fc.constant(letters),
      kept: cellsOf(lettered(letters)),
      typed: fc
        .tuple(
          ...placesToWrite(lettered(letters)).map(({ address }) =>
            fc.option(typing.map((text) => [address, text] as const)),
          ),
        )
        .map((all): Record<string, string> => Object.fromEntries(all.flatMap((each) => (each ? [each] : [])))),
    }),
  )
  await fc.assert(
    fc.asyncProperty(told, async ({ letters, kept, typed }) => {
      const sections = lettered(letters)
      const workbook = workbookOf(kept, { sections })
      for (const { address, at, has } of eachAddress(workbook)) {
        const text = typed[address]
        if (text === undefined) continue
        at('answer').value = text
        if (has('reason')) at('reason').value = null
      }
      const fromWorkbook = await putBack(await writtenWorkbook(workbook), kept, { sections })
      const before = sheetWith(kept)
      // A page sends the choice of a reason beside each of its boxes.
      const sent = Object.fromEntries(
        Object.entries(typed).flatMap(([name, text]) => [
          [name, text],
          [`${name}!nc`, ''],
        ]),
      )
      const reads = sections.map((section) => ({ section, read: readSection(section, sent, kept) }))
      const fromPage = mergeReads({ reads, since: [], before, kept })
      expect(fromWorkbook.changes).toEqual(fromPage.changes)
      const problems = reads.flatMap(({ read }) => read.problems)
      expect(fromWorkbook.unreadable).toHaveLength(problems.length)
      for (const [at, problem] of problems.entries()) {
        expect(problem.says.endsWith(fromWorkbook.unreadable[at]?.says ?? 'nothing')).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})

test('a whole return is written in well under a second', async () => {
  const [cells] = fc.sample(cellsOf(fillable()), { numRuns: 1, seed: 7 })
  await writtenWorkbook(workbookOf(cells ?? {}))
  const began = process.cpuUsage()
  const file = await writtenWorkbook(workbookOf(cells ?? {}))
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000).toBeLessThan(3_000)
  expect(file.length).toBeLessThan(500_000)
  expect(mhsw2019.sections).toHaveLength(17)
})
