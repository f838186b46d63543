import { contributionTo, rateOf } from '../../../server/domain/benchmarks/contribution'
import { gathering } from '../../../server/domain/benchmarks/gathered'
import type { Member } from '../../../server/domain/benchmarks/member'
import { employers } from '../../../server/demonstration/employers'
import { tell } from '../../../server/demonstration/telling/tell'
import { sheetOf } from '../../../server/domain/survey/routing'
import { mhsw2019 } from '../../../server/surveys/mhsw2019'

const told = employers.slice(0, 30).flatMap((employer) => {
  const { standing } = tell(employer, true)
  return standing ? [{ employer, cells: standing.cells }] : []
})
const sheets = told.map(({ employer, cells }) => sheetOf(mhsw2019, { organisation: employer }, cells))
const members = told.map(({ employer }, at): Member => {
  const groups = ['all', `type:${employer.type}`]
  return {
    returnId: `return ${at}`,
    submissionId: `submission ${at}`,
    organisation: employer,
    named: at % 2 === 0,
    groups,
  }
})

test('what is gathered of thirty submissions is what each of them puts into each indicator', () => {
  const gathered = gathering(mhsw2019, sheets.length)
  for (const [at, sheet] of sheets.entries()) gathered.add(at, sheet)
  let contributions = 0
  for (const indicator of mhsw2019.indicators) {
    const expected = sheets.flatMap((sheet, at) => {
      const contributed = contributionTo(indicator, sheet)
      if (contributed.kind === 'missing') return []
      const groups = members[at]?.groups.filter((group) => group !== 'all' || indicator.groups.includes('all'))
      const named = members[at]?.named
      return [
        { ...contributed.contribution, submission: `submission ${at}`, organisation: `return ${at}`, named, groups },
      ]
    })
    expect(gathered.contributors(indicator, members)).toEqual(expected)
    contributions += expected.length
    for (const { rate, numerator, denominator } of expected) {
      expect(rate).toBe(rateOf(indicator.scale, numerator, denominator))
    }
  }
  expect(contributions).toBeGreaterThan(1000)
})
