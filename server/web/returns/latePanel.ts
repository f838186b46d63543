import type { OwnReturn } from '../../db/foundReturn'
import { offerOf, type Offer } from '../../db/offer'
import { openingRequestsOf, type OpeningRequest } from '../../db/openingRequests'
import { organisationNames } from '../../db/organisationNames'
import { momentInWords } from '../../domain/collections/calendar'
import { actorOf } from '../../domain/returns/actor'
import { judgedSections } from '../../domain/returns/editing'
import { givenSections } from '../../domain/returns/givenSections'
import { cellInWords, type Names } from '../../domain/reading/cellInWords'
import { lateLines, lateSections, type LateLine } from '../../domain/reading/lateLines'
import { atlasOf } from '../../domain/survey/places'
import { definitionOf } from '../../surveys'
import { counted } from '../../domain/reading/counted'
import type { Reads } from './draft'

/** What came too late and may be put in now: each figure beside what is there, and a button. */
export interface LatePanel {
  readonly heading: string
  readonly about: string
  readonly action: string
  readonly version: number
  readonly rows: readonly {
    readonly label: string
    readonly typed: string
    readonly now: string
    readonly what: string
  }[]
  readonly clashes: readonly LateClash[]
  readonly button: string
}

interface LateClash {
  readonly id: string
  readonly name: string
  readonly what: string
  readonly mine: LateSide
  readonly theirs: LateSide
}

interface LateSide {
  readonly text: string
  readonly by: string
  readonly isChosen: boolean
}

const PREFIX = 'choose!'

/** The id of the choice between what came too late with a request and what stands. */
export const lateClashId = (requestId: string, address: string): string =>
  `choose-${requestId}-${address.replaceAll(/[^\w.-]/g, '-')}`

/** What was chosen where others have changed the same boxes, by their addresses. */
export const lateChoicesIn = (typed: Readonly<Record<string, string>>): Map<string, 'mine' | 'theirs'> =>
  new Map(
    Object.entries(typed).flatMap(([name, choice]) =>
      name.startsWith(PREFIX) && (choice === 'mine' || choice === 'theirs')
        ? [[name.slice(PREFIX.length), choice] as const]
        : [],
    ),
  )

type Chosen = ReadonlyMap<string, 'mine' | 'theirs'>

/** Of whoever prepares the return: every granted request of which something can be put in, and has not been. */
export async function latePanels({ db }: Reads, found: OwnReturn, chosen: Chosen = new Map()): Promise<LatePanel[]> {
  if (found.role !== 'preparer' && !found.alone) return []
  const requests = (await openingRequestsOf(db, found.id)).filter(
    ({ answer, usedAt, typed }) => answer === 'granted' && usedAt === null && Object.keys(typed).length > 0,
  )
  if (requests.length === 0) return []
  const definition = definitionOf(found.collection.code)
  const { open } = judgedSections(found, givenSections(definition, found.assigned), actorOf(found, undefined))
  const touched = requests.filter(({ typed }) =>
    lateSections(typed, definition).some((code) => open.some((section) => section.code === code)),
  )
  const names = touched.length > 0 ? await organisationNames(db) : new Map<string, string>()
  const panels: LatePanel[] = []
  for (const request of touched) {
    const offer = await offerOf(db, found, definitionOf, { apart: request, sections: open })
    if (Object.keys(offer.changes).length + offer.conflicts.length === 0) continue
    panels.push(panelOf(found, request, { offer, names, chosen, open: open.map(({ code }) => code) }))
  }
  return panels
}

interface Offered {
  readonly offer: Offer
  readonly names: Names
  readonly chosen: Chosen
  readonly open: readonly string[]
}

function panelOf(found: OwnReturn, request: OpeningRequest, offered: Offered): LatePanel {
  const { offer, names } = offered
  const definition = definitionOf(found.collection.code)
  const lines = lateLines(request.typed, { definition, cells: offer.draft.cells, names })
  const many = Object.keys(offer.changes).length + offer.conflicts.length
  const clashing = new Set(offer.conflicts.map(({ address }) => address))
  return {
    heading: 'What came too late can be put in now',
    about: `${request.by} sent it to the network at ${momentInWords(request.decidedAt)}. It is not part of the return until you press the button.`,
    action: `/returns/${found.id}/reopening-requests/${request.id}/answers`,
    version: found.version,
    rows: lines
      .filter(({ address }) => !clashing.has(address))
      .map((line) => ({ ...line, what: whatOf(line, offered) })),
    clashes: offer.conflicts.map((conflict) => clashOf(conflict, lines, { ...offered, request, found })),
    button: `Put ${many === 1 ? 'this answer' : `these ${counted(many, 'answer')}`} in`,
  }
}

/** What the button does with a line. */
function whatOf({ address, section }: LateLine, { offer, open }: Offered): string {
  if (address in offer.changes) return 'Will be put in'
  const problem = offer.problems.find((each) => each.address === address)
  if (problem) return `Cannot be put in: ${problem.says}`
  return section !== undefined && open.includes(section)
    ? 'Is there already'
    : `Stays out: section ${section?.toUpperCase() ?? ''} is closed`
}

interface Clashing extends Offered {
  readonly request: OpeningRequest
  readonly found: OwnReturn
}

function clashOf(
  { address, theirs, by, at }: Offer['conflicts'][number],
  lines: readonly LateLine[],
  { names, chosen, request, found }: Clashing,
): LateClash {
  const line = lines.find((each) => each.address === address)
  const box = atlasOf(definitionOf(found.collection.code)).place(address)?.box
  const choice = chosen.get(address)
  return {
    id: lateClashId(request.id, address),
    name: `${PREFIX}${address}`,
    what: line?.label ?? address,
    mine: { text: line?.typed ?? '', by: `${request.by}, too late`, isChosen: choice === 'mine' },
    theirs: {
      text: (box ? cellInWords(box, theirs, names) : line?.now) ?? 'Nothing',
      by: `${by}, at ${momentInWords(at)}`,
      isChosen: choice === 'theirs',
    },
  }
}
