import type { Arrival } from '../clock'
import { insertAssignments } from '../db/assignments'
import { insertLetter } from '../db/post'
import { lockReturn } from '../db/returns'
import { lockTeam } from '../db/team'
import { inTransaction } from '../db/transaction'
import { titlesOf, unknownSections } from '../domain/returns/standing'
import { aboutReturn } from '../mail/aboutReturn'
import { sectionAssigned } from '../mail/sectionAssigned'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface AssignSections {
  readonly returnId: string
  readonly organisationId: string
  /** The preparer. */
  readonly by: string
  readonly personId: string
  /** Their letters, at least one. */
  readonly sections: readonly string[]
  /** A London date, YYYY-MM-DD. */
  readonly dueOn: string | null
  readonly note: string | null
  readonly arrival: Arrival
}

export type SectionsAssigned =
  | { readonly kind: 'assigned'; readonly to: string }
  | { readonly kind: 'not_a_contributor' }
  | { readonly kind: 'unknown_section' }
  | { readonly kind: 'not_found' }

/** Gives a contributor sections to fill in, by a day if one is named, and tells them. */
export const assignSections = (
  { db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>,
  { returnId, organisationId, by, personId, sections, dueOn, note, arrival }: AssignSections,
) =>
  inTransaction<SectionsAssigned>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: by }, returnId, arrival)
    const team = await lockTeam(tx, organisationId, by)
    if (!team || found?.organisation.id !== organisationId) return { kind: 'not_found' }
    const definition = definitionOf(found.collection.code)
    if (sections.length === 0 || unknownSections(definition, sections).length > 0) return { kind: 'unknown_section' }
    const reader = team.members.find(({ id }) => id === personId)
    if (reader?.role !== 'contributor') return { kind: 'not_a_contributor' }

    await insertAssignments(tx, sections, { returnId, personId, dueOn, note, decidedAt: found.now })
    const titles = titlesOf(definition, sections) ?? []
    const letter = sectionAssigned(aboutReturn(found, definition, publicUrl), {
      by: team.by.name,
      sections: titles,
      dueOn,
      note,
    })
    await insertLetter(tx, { kind: 'section_assigned', returnId, decidedAt: found.now }, letter, reader)
    return { kind: 'assigned', to: reader.name }
  })
