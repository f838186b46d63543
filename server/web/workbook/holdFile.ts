import { holdLateTyping } from '../../actions/holdLateTyping'
import type { Upload } from '../../db/uploads'
import { givenSections } from '../../domain/returns/givenSections'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { typedApart } from '../../workbooks/typedApart'
import type { ReturnVisit } from '../route'

/** Holds what a file says of sections that have closed, as if it had been typed there; of open ones nothing. */
export async function holdFile(
  services: Pick<Services, 'db'>,
  { found, person, arrival }: ReturnVisit,
  upload: Pick<Upload, 'file' | 'version'>,
): Promise<void> {
  const definition = definitionOf(found.collection.code)
  const given = givenSections(definition, found.assigned)
  const { typed, version } = typedApart(upload, given, definition)
  const sections = given.map(({ code }) => code)
  const late = { personId: person.id, returnId: found.id, sections, typed, drawnAt: version, arrival }
  await holdLateTyping(services, { ...late, fromFile: true })
}
