import type { Census } from './census'
import { chanceOf, nth, type Chance } from './chance'
import { employers } from './employers'
import { nilReasons } from './oddEmployers'

/** Social workers of a council who work in a trust's services: told by both, so told in one place. */
export interface Deployment {
  readonly trust: string
  readonly council: string
  readonly hundredths: readonly number[]
}

/**
 * How a trust comes by its social workers. In 2019, 15 of 55 trusts employed all of them, 33 a mix, 7 none; in 2022, of 58,
 * 34, 23 and 1.
 */
export type Provision = 'direct_only' | 'mixed' | 'partnership_only'

const trusts = employers.filter(({ type }) => type === 'nhs_trust')

function provisions(): ReadonlyMap<string, Provision> {
  const [thornmere, wrenbrook, ...others] = trusts.map(({ code }) => code)
  const rest = chanceOf('provision').shuffled(others)
  const known = [thornmere, wrenbrook].map((code): [string, Provision] => [code ?? '', 'mixed'])
  const drawn = rest.map((code, at): [string, Provision] => [code, provisionAt(at)])
  return new Map([...known, ...drawn])
}

function provisionAt(at: number): Provision {
  if (at < 7) return 'partnership_only'
  return at < 22 ? 'direct_only' : 'mixed'
}

const provision = provisions()

/** Agreements ended: all but one of those without social workers of their own took some on, and 16 took over all. */
function provisionsSince(): ReadonlyMap<string, Provision> {
  const of = (kind: Provision) => trusts.map(({ code }) => code).filter((code) => provision.get(code) === kind)
  const tookOn = of('partnership_only').slice(1)
  const tookOver = chanceOf('2022', 'provision').shuffled(of('mixed').slice(2)).slice(0, 16)
  return new Map([
    ...provision,
    ...tookOn.map((code): [string, Provision] => [code, 'mixed']),
    ...tookOver.map((code): [string, Provision] => [code, 'direct_only']),
  ])
}

const provisionsBy: Readonly<Record<Census, ReadonlyMap<string, Provision>>> = {
  '2019': provision,
  '2022': provisionsSince(),
}

/** How this trust comes by its social workers; those that joined since 2019 employ all of theirs. */
export const provisionOf = (trust: string, census: Census): Provision =>
  provisionsBy[census].get(trust) ?? 'direct_only'

/** Full time, or part of it, in hundredths: as people are really employed. */
export const hoursDrawn = (chance: Chance): number =>
  chance.happens(0.62) ? 100 : chance.oneOf([40, 50, 53, 60, 64, 67, 80, 80, 85, 90])

/** The councils a trust has social workers from: one to three of its region. Thornmere's are from Eastvale too. */
function councilsBeside(trust: string, chance: Chance): string[] {
  const region = employers.find(({ code }) => code === trust)?.adassRegion
  const near = employers.filter(({ type, adassRegion }) => type === 'local_authority' && adassRegion === region)
  const codes = near.map(({ code }) => code).filter((code) => !nilReasons[code])
  const neighbours = codes.slice(0, Math.ceil(codes.length * 0.6))
  return trust === 'T80' ? ['E06900001', nth(codes, 4)] : chance.shuffled(neighbours).slice(0, chance.whole(1, 3))
}

function deploymentsTo(trust: string): Deployment[] {
  const chance = chanceOf('deployments', trust)
  const most = provisionOf(trust, '2019') === 'partnership_only' ? 20 : 11
  return councilsBeside(trust, chance).map((council) => ({
    trust,
    council,
    hundredths: Array.from({ length: chance.whole(4, most) }, () => hoursDrawn(chance)),
  }))
}

/** Who works where for whom, in the whole country. */
const deploymentsOf2019: readonly Deployment[] = trusts
  .filter(({ code }) => provisionOf(code, '2019') !== 'direct_only')
  .flatMap(({ code }) => deploymentsTo(code))

const deployments: Readonly<Record<Census, readonly Deployment[]>> = {
  '2019': deploymentsOf2019,
  '2022': deploymentsOf2019.filter(({ trust }) => provisionOf(trust, '2022') !== 'direct_only').map(half),
}

/** Trusts that know of only half of those a council has with them: the two do not tell the same. */
const halfKnown: Readonly<Record<string, string>> = { T9A: 'E06900007', T93: 'E06900040' }

/** Those who work in this trust's services for councils, as the trust tells it. */
export const hostedBy = (trust: string, census: Census): Deployment[] =>
  deployments[census]
    .filter((each) => each.trust === trust)
    .map((each) => (halfKnown[trust] === each.council ? half(each) : each))

function half(deployment: Deployment): Deployment {
  return { ...deployment, hundredths: deployment.hundredths.slice(0, Math.ceil(deployment.hundredths.length / 2)) }
}

/** Those of this council who work in trusts' services. */
export const deployedBy = (council: string, census: Census): Deployment[] =>
  deployments[census].filter((each) => each.council === council)
