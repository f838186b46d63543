import { claimWords, countPairs, pairsOf, type Claim, type Party } from '../../../server/domain/pairs/pair'
import { pairQuestions } from '../../../server/domain/pairs/pairQuestions'

const party = (code: string, submitted = true): Party => ({
  code,
  name: `The ${code}`,
  returnId: `return of ${code}`,
  submissionId: submitted ? `submission of ${code}` : null,
})

const hosts = (wte: number | undefined, people: number | undefined = 10): Claim => ({
  side: 'host',
  by: 'trust',
  about: 'council',
  stem: 'sw_ext_partner.1',
  people,
  wte,
})
const employs = (wte: number | undefined, people: number | undefined = 10): Claim => ({
  side: 'employer',
  by: 'council',
  about: 'trust',
  stem: 'sw_out_partner.3',
  people,
  wte,
})

const both = [party('trust'), party('council')]
const standing = (claims: readonly Claim[], parties: readonly Party[] = both) =>
  pairsOf(claims, parties).map((pair) => pair.standing)

describe('a trust and a council that tell of the same people', () => {
  it('agree within 2.00 WTE', () => {
    expect(standing([hosts(5), employs(7)])).toEqual(['agreed'])
    expect(standing([hosts(5), employs(7.01)])).toEqual(['differs'])
  })

  it('agree within a fifth of what the employer says, where that is more', () => {
    expect(standing([hosts(40), employs(50)])).toEqual(['agreed'])
    expect(standing([hosts(39.99), employs(50)])).toEqual(['differs'])
    // A fifth of 50 is less than a fifth of what the host says.
    expect(standing([hosts(60.5), employs(50)])).toEqual(['differs'])
  })

  it('are one pair, whoever tells of it', () => {
    expect(standing([hosts(5)])).toEqual(['one_missing'])
    expect(standing([employs(5)])).toEqual(['one_missing'])
    expect(standing([hosts(undefined), employs(5)])).toEqual(['one_missing'])
  })

  it('are not compared before both have submitted, nor where one of them is not asked', () => {
    expect(standing([hosts(5)], [party('trust'), party('council', false)])).toEqual(['waiting'])
    expect(standing([hosts(5)], [party('trust')])).toEqual(['outside'])
  })

  it('are counted by how they stand', () => {
    const pairs = pairsOf([hosts(5), employs(5), { ...hosts(9), about: 'another' }], [...both, party('another')])
    expect(countPairs(pairs)).toEqual({ agreed: 1, differs: 0, one_missing: 1, waiting: 0, outside: 0 })
  })
})

describe('what is asked of a pair that differs', () => {
  const [pair] = pairsOf([hosts(5, 6), employs(12, 12)], both)
  const asked = pair ? pairQuestions(pair) : []

  it('goes to both, with the other’s figure and nothing else of theirs', () => {
    expect(asked.map(({ returnId, asking }) => [returnId, asking.address, asking.partnerId])).toEqual([
      ['return of trust', 'sw_ext_partner.1.wte', 'return of council'],
      ['return of council', 'sw_out_partner.3.wte', 'return of trust'],
    ])
    expect(asked[0]?.asking.question).toContain('You told us of 6 people, 5.00 WTE')
    expect(asked[0]?.asking.question).toContain('The council told us of 12 people, 12.00 WTE')
    expect(asked[1]?.asking.question).toContain('The trust told us of 6 people, 5.00 WTE')
  })

  it('is another question once the other side says something else', () => {
    const [moved] = pairsOf([hosts(5, 6), employs(13, 12)], both)
    expect(moved && pairQuestions(moved)[0]?.asking.beside).not.toEqual(asked[0]?.asking.beside)
  })

  it('asks a side that tells nothing about its total', () => {
    const [half] = pairsOf([hosts(5)], both)
    expect(half && pairQuestions(half)[1]?.asking.address).toBe('sw_emp_out.wte')
  })

  it('is nothing where they agree', () => {
    const [agreed] = pairsOf([hosts(5), employs(5)], both)
    expect(agreed && pairQuestions(agreed)).toEqual([])
  })
})

it('says one person as one', () => {
  expect(claimWords({ people: 1, wte: 0.6 })).toBe('1 person, 0.60 WTE')
  expect(claimWords({ people: undefined, wte: undefined })).toBe('not collected')
})
