import { holdLateTyping } from '../../../actions/holdLateTyping'
import { saveSection } from '../../../actions/saveSection'
import type { FoundReturn } from '../../../db/foundReturn'
import type { Refusal } from '../../../domain/returns/lifecycle'
import type { Services } from '../../../services'
import { definitionOf } from '../../../surveys'
import { NotFound } from '../../errors'
import type { ReturnVisit } from '../../route'
import { sectionOf } from '../draft'
import { asSeen } from '../../../domain/returns/editing'
import { cutoffOf, lockedWords } from '../openWords'
import { readAutosave } from './autosave'
import { conflictAnswer, savedAnswer } from './autosaved'

/** Saves some boxes of a section, as the script of the page does after each change. */
export async function autosave(services: Pick<Services, 'db'>, visit: ReturnVisit): Promise<void> {
  const { req, res, found, person, arrival } = visit
  const section = sectionOf(visit)
  const read = readAutosave(req.body, section, definitionOf(found.collection.code))
  if (!read.ok) {
    res.status(422).json({ problems: read.problems })
    return
  }
  const { typed, version, via } = read.autosave
  const save = { returnId: found.id, sectionCode: section.code, typed, drawnAt: version, arrival }
  const outcome = await saveSection(services, { ...save, scope: { employer: person.id }, via })
  switch (outcome.kind) {
    case 'not_found':
      throw new NotFound()
    case 'refused': {
      const because = asSeen(outcome.because, outcome.found)
      if (because === 'locked')
        await holdLateTyping(services, { ...save, sections: [section.code], personId: person.id })
      refuse(visit, section.code, because, outcome.found)
      return
    }
    case 'saved':
      if (outcome.conflicts.length > 0) res.status(409).json(conflictAnswer(outcome))
      else res.json(savedAnswer(outcome, section))
  }
}

function refuse({ res }: ReturnVisit, section: string, because: Refusal, found: FoundReturn): void {
  switch (because) {
    case 'not_yours_to_do':
      throw new NotFound()
    case 'locked':
      res.status(423).json({ lockedSince: cutoffOf(found, section).toISOString(), says: lockedWords(found, section) })
      return
    case 'not_yet_open':
      res.status(409).json({ because, says: 'This collection is not open yet.' })
      return
    case 'wrong_status':
      res
        .status(409)
        .json({ because, says: 'This return cannot be changed now: it has been submitted, or is not asked for.' })
  }
}
