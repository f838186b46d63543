import { figuresOf } from '../../../server/domain/disclosure/figuresOf'
import { contributor, several, share } from './invented'

const types = ['nhs_trust', 'local_authority', 'independent', 'voluntary']

/** Ten thousand organisations in some sixty groups, spread by their numbers. */
const many = several(10_000, 'o', (name, at) => {
  const type = types[at % 4] ?? ''
  const [region, model, size] = [(at * 7) % 29, (at * 13) % 23, (at * 5) % 19]
  const groups = [
    'all',
    `type:${type}`,
    `region:${type}:${region % 8}`,
    `model:${type}:${model % 4}`,
    `size:${type}:${size % 3}`,
  ]
  return contributor(name, 10 + (at % 27), 40 + (at % 61), { groups, named: at % 3 === 0 })
})

test('ten thousand organisations in sixty groups are judged in a moment', () => {
  figuresOf(share, many, [])
  const started = process.cpuUsage()
  const { figures } = figuresOf(share, many, [])
  const { user, system } = process.cpuUsage(started)
  expect(figures).toHaveLength(65)
  // 0.1 s on a machine that does nothing else; what grew with the square of them would take minutes.
  expect((user + system) / 1e6).toBeLessThan(2)
})
