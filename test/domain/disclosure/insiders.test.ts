import { gate } from '../../../server/domain/disclosure/family'

/** Submissions and the groups they are in: `{ 'type:a': 'a b c' }`. */
function membersOf(groups: Readonly<Record<string, string>>) {
  const submissions = [...new Set(Object.values(groups).flatMap((members) => members.split(' ')))]
  const inGroup = (submission: string) =>
    Object.keys(groups).filter((group) => groups[group]?.split(' ').includes(submission))
  return submissions.map((submission) => ({ submission, groups: inGroup(submission) }))
}

const standings = (groups: Readonly<Record<string, string>>, earlier: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    gate(
      membersOf(groups),
      Object.entries(earlier).map(([group, members]) => ({
        group,
        release: 1,
        submissions: new Set(members.split(' ')),
      })),
    ),
  )

const [five, others] = ['a b c d e', 'f g h i j']

describe('a group is withheld', () => {
  test('when fewer than five are in it', () => {
    expect(standings({ 'region:n:1': 'a b c d' })).toEqual({ 'region:n:1': 'too_few_organisations' })
  })

  test('when it is another but for a few', () => {
    expect(standings({ 'type:n': `${five} f g h i`, 'region:n:1': five })).toEqual({
      'type:n': 'accepted',
      'region:n:1': 'too_like_another',
    })
  })

  test('when it shares all but a few with a group that also has others', () => {
    expect(standings({ 'model:n:1': `${five} f g`, 'size:n:1': `${five} h i` })).toEqual({
      'model:n:1': 'accepted',
      'size:n:1': 'too_like_another',
    })
  })

  test('when it and others leave a few of a larger one', () => {
    const groups = { 'type:n': `${five} ${others} k l`, 'region:n:1': five, 'region:n:2': others }
    expect(standings(groups)['region:n:2']).toBe('could_be_worked_out')
  })

  test('when somebody who knows their own figure could work out another', () => {
    // All of the type but one: with both regions it leaves v, less t.
    const groups = { 'model:n:1': `${five} ${others} v`, 'size:n:1': `${five} t`, 'size:n:2': others }
    expect(standings(groups)).toMatchObject({ 'size:n:1': 'accepted', 'size:n:2': 'could_be_worked_out' })
  })

  test('when somebody who knows both their own figures, then and now, could work out another', () => {
    const groups = { 'size:n:1': `${five} t`, 'size:n:2': `${others} v.again` }
    expect(Object.values(standings(groups))).toEqual(['accepted', 'accepted'])
    expect(Object.values(standings(groups, { 'model:n:1': `${five} ${others} v` }))).toContain('could_be_worked_out')
  })

  test('when a few have changed since an earlier release told of it', () => {
    const earlier = { 'type:n': `${five} ${others}` }
    expect(standings({ 'type:n': `${five} f g h i j.again` }, earlier)).toEqual({ 'type:n': 'too_few_changed' })
    expect(standings({ 'type:n': `${five} f.again g.again h.again i.again j` }, earlier)).toEqual({
      'type:n': 'too_few_changed',
    })
  })
})

describe('a group is told', () => {
  test('again, as long as nothing or enough has changed in it', () => {
    const earlier = { 'type:n': `${five} ${others}` }
    expect(standings({ 'type:n': `${five} ${others}` }, earlier)).toEqual({ 'type:n': 'accepted' })
    const again = others.split(' ').map((submission) => `${submission}.again`)
    expect(standings({ 'type:n': [five, ...again].join(' ') }, earlier)).toEqual({ 'type:n': 'accepted' })
  })

  test('beside all the others that together make the larger one', () => {
    const groups = { 'type:n': `${five} ${others}`, 'region:n:1': five, 'region:n:2': others }
    expect(Object.values(standings(groups))).toEqual(['accepted', 'accepted', 'accepted'])
  })
})
