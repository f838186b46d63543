import { answersOf } from '../../server/demonstration/answers/answersOf'
import { collection, startsAt } from '../../server/demonstration/collection'
import { employerCoded, employers } from '../../server/demonstration/employers'
import { idOf } from '../../server/demonstration/identity'
import { declarationBy } from '../../server/demonstration/telling/submitting'
import { employerPeople, memberships, organisationRows, staffPeople } from '../../server/demonstration/registerRows'
import { typedAs } from '../../server/domain/kinds'
import { valueCell, type Cell } from '../../server/domain/survey/cells'
import { atlasOf } from '../../server/domain/survey/places'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import type { TestApp } from './app'
import { setClock } from './clock'
import { password } from './make'
import { cheapPasswords } from './passwords'
import type { Visitor } from './signIn'

/** What is given in a box, as a person gives it: text, boxes ticked, or why it is not collected. */
export type Given = string | readonly string[] | { readonly notCollected: string }

export type Answers = Readonly<Record<string, Given>>

const thornmere = employerCoded('T80')

/** The whole register with its people, and one return of Thornmere Partnership NHS Trust that nobody has begun. */
export async function makeThornmere({ db, sql }: TestApp): Promise<{ readonly id: string }> {
  await setClock(sql, '2020-01-27T09:05:00Z')
  const passwordHash = await cheapPasswords().hash(password)
  const id = idOf('return', thornmere.code)
  await db.insertInto('organisations').values(organisationRows(employers)).execute()
  await db
    .insertInto('people')
    .values([...employerPeople(employers, passwordHash, startsAt), ...staffPeople(passwordHash)])
    .execute()
  await db.insertInto('memberships').values(memberships(employers)).execute()
  await db.insertInto('collections').values(collection).execute()
  await db.insertInto('returns').values({ id, organisationId: thornmere.id, collectionId: collection.id }).execute()
  return { id }
}

const figure = (cell: Cell | undefined): number => (cell?.state === 'value' ? Number(cell.value) : 0)

/** Twelve social workers of two councils, 10.80 WTE, wherever a return counts them; two more for the biggest team. */
function withTwelveExternals(cells: Readonly<Record<string, Cell>>): Record<string, Cell> {
  const added = {
    hc: 12 - figure(cells['sw_ext.hc']),
    wte: Math.round(1080 - figure(cells['sw_ext.wte']) * 100) / 100,
  }
  const figures = {
    'sw_ext.hc': 12,
    'sw_ext.wte': 10.8,
    'sw_ext_by_employer.local_authority.hc': 12,
    'sw_ext_by_employer.local_authority.wte': 10.8,
    'sw_ext_partner.1.hc': 6,
    'sw_ext_partner.1.wte': 5.4,
    'sw_ext_partner.2.hc': 6,
    'sw_ext_partner.2.wte': 5.4,
    'ext_arrangement.s75_secondment.wte': 5.4,
    'ext_arrangement.secondment_no_s75.wte': 5.4,
    'team_staff.cmht.hc': figure(cells['team_staff.cmht.hc']) + added.hc,
    'team_staff.cmht.wte': Math.round((figure(cells['team_staff.cmht.wte']) + added.wte) * 100) / 100,
  }
  const changed = Object.entries(figures).map(([address, value]) => [address, valueCell(value)] as const)
  return { ...cells, ...Object.fromEntries(changed) }
}

/** Figures that are right and look odd: a week of 37 hours (rule B13), and more people than posts (rule E03). */
const odd = { sw_fte_standard_hours: '37.0', est_wte: '33.40' }

/** All that Thornmere answers, so that everything adds up: 41 of its own people (36.20 WTE), 12 of two councils (10.80 WTE). */
export function thornmereInFull(): Answers {
  const cells = withTwelveExternals(answersOf(thornmere))
  const given = Object.entries(cells).map(([address, cell]) => [address, asGiven(address, cell)] as const)
  return { ...Object.fromEntries(given), ...odd, act_care_act: { notCollected: 'held_by_partner' } }
}

function asGiven(address: string, cell: Cell): Given {
  if (cell.state === 'not_collected') return { notCollected: cell.reason }
  if (typeof cell.value === 'object') return cell.value
  if (address.endsWith('.org')) return nameAndCode(String(cell.value))
  const place = atlasOf(mhsw2019).place(address)
  return place ? typedAs(place.box, cell.value) : String(cell.value)
}

/** As the list of suggestions offers it. */
const nameAndCode = (code: string): string => `${employerCoded(code).name} (${code})`

const explanations = {
  'explain!B13': 'Our social workers kept the week of the council they came from.',
  'explain!E03': 'Two posts are funded by the council and are not in our establishment.',
}

/** All that is said in one section, as its form sends it. */
export function fieldsOf(code: string): Record<string, string | readonly string[]> {
  const atlas = atlasOf(mhsw2019)
  const all = Object.entries<Given>({ ...thornmereInFull(), ...explanations })
  const given = all.filter(([address]) => (atlas.question(address)?.section.code ?? explainedIn(address)) === code)
  return Object.fromEntries(
    given.map(([address, each]) =>
      typeof each === 'object' && 'notCollected' in each ? [`${address}!nc`, each.notCollected] : [address, each],
    ),
  )
}

const explainedIn = (address: string): string | undefined => /^explain!([A-Z])/.exec(address)?.[1]?.toLowerCase()

/** Every section that the preparer of a return fills in. */
export const sectionCodes = mhsw2019.sections.filter(({ filledBy }) => !filledBy).map(({ code }) => code)

/** Fills in the whole return through its pages, and sends it for signature. */
export async function fillThornmere(preparer: Visitor, id: string): Promise<void> {
  for (const code of sectionCodes) {
    const saved = await preparer.post(`/returns/${id}/sections/${code}`, fieldsOf(code))
    if (saved.status !== 303) throw new Error(`Section ${code} was answered with ${saved.status}`)
  }
  const sent = await preparer.post(`/returns/${id}/signature-request`)
  if (sent.status !== 303) throw new Error(`Sending it for signature was answered with ${sent.status}: ${sent.text}`)
}

/** What the director declares. */
export const declaration = declarationBy(thornmere, true) as Record<string, string>
