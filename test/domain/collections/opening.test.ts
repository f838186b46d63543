import { sectionPhase, returnPhase, withdrawalPhase, type Opening } from '../../../server/domain/collections/opening'

const openness = {
  opensAt: new Date('2020-01-06T00:00:00Z'),
  cutoffAt: new Date('2020-02-11T00:00:00Z'),
  openings: [] as Opening[],
  standingSince: null as Date | null,
}

const opening = (
  kind: Opening['kind'],
  until: string,
  sections: string[] | null,
  decidedAt = '2020-02-12T10:00:00Z',
) => ({
  kind,
  untilAt: new Date(until),
  reason: 'because',
  sections,
  decidedAt: new Date(decidedAt),
})

describe('a section', () => {
  test.each([
    ['2020-01-05T23:59:59.999Z', 'upcoming'],
    ['2020-01-06T00:00:00.000Z', 'open'],
    ['2020-02-10T23:59:59.999Z', 'open'],
    ['2020-02-11T00:00:00.000Z', 'locked'],
  ])('at %s is %s', (now, phase) => {
    expect(sectionPhase(openness, 'b', new Date(now))).toBe(phase)
  })

  test('is open longer where it was extended, and locks again by itself', () => {
    const longer = { ...openness, openings: [opening('extension', '2020-02-18T00:00:00Z', null)] }
    expect(sectionPhase(longer, 'b', new Date('2020-02-17T23:59:59Z'))).toBe('open')
    expect(sectionPhase(longer, 'b', new Date('2020-02-18T00:00:00Z'))).toBe('locked')
  })

  test('is open again only where the reopening names it', () => {
    const some = { ...openness, openings: [opening('reopening', '2020-02-15T00:00:00Z', ['f'])] }
    expect(sectionPhase(some, 'f', new Date('2020-02-13T00:00:00Z'))).toBe('open')
    expect(sectionPhase(some, 'b', new Date('2020-02-13T00:00:00Z'))).toBe('locked')
    expect(returnPhase(some, ['b', 'f'], new Date('2020-02-13T00:00:00Z'))).toBe('open')
  })

  test('keeps the later of two dates', () => {
    const twice = {
      ...openness,
      openings: [
        opening('extension', '2020-02-20T00:00:00Z', null),
        opening('extension', '2020-02-14T00:00:00Z', null),
      ],
    }
    expect(sectionPhase(twice, 'b', new Date('2020-02-19T00:00:00Z'))).toBe('open')
  })
})

describe('where a submission stands', () => {
  const submitted = { ...openness, standingSince: new Date('2020-01-20T10:00:00Z') }

  test('nothing may be changed, though the collection is open', () => {
    expect(sectionPhase(submitted, 'f', new Date('2020-01-21T10:00:00Z'))).toBe('locked')
  })

  test('only what was reopened since may be', () => {
    const reopened = {
      ...submitted,
      openings: [opening('reopening', '2020-01-25T00:00:00Z', ['f'], '2020-01-21T10:00:00Z')],
    }
    expect(sectionPhase(reopened, 'f', new Date('2020-01-22T10:00:00Z'))).toBe('open')
    expect(sectionPhase(reopened, 'b', new Date('2020-01-22T10:00:00Z'))).toBe('locked')
  })

  test('a reopening that came before it opens nothing now', () => {
    const earlier = {
      ...submitted,
      openings: [opening('reopening', '2020-01-25T00:00:00Z', null, '2020-01-19T10:00:00Z')],
    }
    expect(sectionPhase(earlier, 'f', new Date('2020-01-22T10:00:00Z'))).toBe('locked')
  })

  test('it may be taken back until the cutoff', () => {
    expect(withdrawalPhase(submitted, new Date('2020-02-10T23:59:59Z'))).toBe('open')
    expect(withdrawalPhase(submitted, new Date('2020-02-11T00:00:00Z'))).toBe('locked')
  })
})
