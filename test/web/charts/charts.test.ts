import { markup } from '../../../server/web/charts/element'
import { svgFile } from '../../../server/web/charts/file'
import { strip } from '../../../server/web/charts/strip'
import { ticksFor } from '../../../server/web/charts/ticks'
import { trendChart, type Point } from '../../../server/web/charts/trend'

const about = { id: 'chart-1', name: 'Vacancy rate', description: 'Your figure is 5.9%.' }
const one = {
  ...about,
  spread: { median: 4, lowerQuartile: 3, upperQuartile: 5, least: 0, greatest: 19 },
  own: { value: 6, words: 'You 6%' },
  others: [{ value: 11, words: 'Wrenbrook 11%' }],
  tickWords: (value: number) => `${value}%`,
}

describe('an axis', () => {
  test.each([
    [
      [5.9, 4, 19],
      [0, 5, 10, 15, 20],
    ],
    [
      [0, 0],
      [0, 1],
    ],
    [
      [0.18, 1.4],
      [0, 0.5, 1, 1.5],
    ],
    [
      [11, 12],
      [0, 5, 10, 15],
    ],
    [[100], [0, 20, 40, 60, 80, 100]],
    [[], [0, 1]],
  ])('that holds %j is marked at %j', (values, ticks) => {
    expect(ticksFor(values)).toEqual(ticks)
  })

  test('begins near what lies far from nought, where it may: pay', () => {
    expect(ticksFor([30000, 31000, 33000], 5, true)).toEqual([30000, 31000, 32000, 33000])
  })

  test('does not make much of what is nearly the same', () => {
    const [first = 0, last = 0] = [ticksFor([0.88, 0.8829], 5, true)].flatMap((ticks) => [ticks[0], ticks.at(-1)])
    expect(last - first).toBeGreaterThanOrEqual(0.04)
  })

  test('holds every value', () => {
    for (let value = 0.013; value < 1e6; value *= 1.7) {
      const ticks = ticksFor([value, value / 3])
      expect(ticks[0]).toBeLessThanOrEqual(value / 3)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(value)
      expect(ticks.length).toBeLessThanOrEqual(7)
    }
  })
})

describe('a strip', () => {
  const drawn = markup(strip(one))

  test('says what the median is', () => {
    const words = markup(strip({ ...one, medianWords: 'Median 4.0%' }))
    expect(words).toMatch(/<text [^>]*x="20%"[^>]*>Median 4.0%<\/text>/)
    expect(drawn).not.toContain('Median')
  })

  test('says what it is to those who do not see it', () => {
    expect(drawn).toContain('role="img" aria-labelledby="chart-1-name" aria-describedby="chart-1-description"')
    expect(drawn).toContain('<title id="chart-1-name">Vacancy rate</title>')
    expect(drawn).toContain('<desc id="chart-1-description">Your figure is 5.9%.</desc>')
  })

  test('puts each value where it lies between the ends of its axis', () => {
    expect(drawn).toContain('<rect class="strip__middle" x="15%" width="10%"')
    expect(drawn).toContain('<line class="strip__median" x1="20%" x2="20%"')
    expect(drawn).toContain('x="30%" y="18" text-anchor="middle">You 6%</text>')
    expect(drawn).toContain(
      '<line class="strip__other" x1="55%" x2="55%" y1="100" y2="112"><title>Wrenbrook 11%</title>',
    )
  })

  test('has no styles of its own: a page allows none', () => {
    expect(drawn).not.toMatch(/style|fill=|<script/)
  })

  test('makes harmless what somebody is called', () => {
    const named = markup(strip({ ...one, others: [{ value: 3, words: '<script>"Trust"&' }] }))
    expect(named).toContain('&lt;script&gt;&quot;Trust&quot;&amp;')
  })

  test('as a file has its heading, its colours and what must be known with it', () => {
    const file = svgFile(strip(one), {
      title: 'Vacancy rate',
      lines: ['52 of 55 NHS trusts.', 'word '.repeat(40).trim()],
    })
    expect(file).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(file).toContain('fill="#dcebec"')
    expect(file).toContain('>52 of 55 NHS trusts.</text>')
    for (const [, line = ''] of file.matchAll(/<text[^>]*>([^<]*)/g)) expect(line.length).toBeLessThan(90)
  })
})

describe('a trend', () => {
  const point = (day: string, value: number, joins: boolean): Point => ({
    at: new Date(day),
    when: day,
    value: { value, words: `${value}%` },
    spread: {},
    joins,
  })
  const lines = (joins: boolean) =>
    markup(
      trendChart({
        ...about,
        points: [point('2019-09-30', 9, false), point('2022-03-31', 15, joins)],
        tickWords: String,
      }),
    ).match(/strip__trend/g)

  test('joins what is comparable, and nothing else', () => {
    expect(lines(true)).toHaveLength(1)
    expect(lines(false)).toBeNull()
  })

  test('shows time as long as it was', () => {
    const three = [point('2019-09-30', 9, false), point('2020-03-31', 9, true), point('2022-03-31', 15, true)]
    const drawn = markup(trendChart({ ...about, points: three, tickWords: String }))
    const at = [...drawn.matchAll(/<circle class="strip__yours" cx="([\d.]+)%"/g)].map(([, x]) => Number(x))
    const [first = 0, second = 0, last = 0] = at
    expect((second - first) / (last - first)).toBeCloseTo(183 / 913, 2)
  })
})
