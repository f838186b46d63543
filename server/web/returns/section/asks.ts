import { createHash } from 'node:crypto'
import { explanationFor } from '../../../domain/survey/explanations'
import { stillToConfirm, unchangedSince } from '../../../domain/survey/lastTime'
import { entriesIn, placesIn } from '../../../domain/survey/places'
import type { Filling } from './filling'

/** A short writing of what a section asks and complains of: it changes exactly when the page must be drawn anew. */
export function asksOf({ section, sheet, check }: Pick<Filling, 'section' | 'sheet' | 'check'>): string {
  const standings = placesIn(section, sheet.cells).map((place) => `${place.address} ${sheet.standing(place)}`)
  const entries = section.questions.map((question) => entriesIn(question, sheet.cells).length)
  const broken = check.broken.map(
    (each) =>
      `${each.rule.code} ${each.findings.map(({ says }) => says).join()} ${explanationFor(each, sheet.cells).kind}`,
  )
  const beyond = check.beyond.map(({ says }) => says)
  const steady = section.questions.filter(({ code }) => stillToConfirm(code, sheet)).map(({ code }) => code)
  const unchanged = unchangedSince(section, sheet).map(({ address }) => address)
  return createHash('sha256')
    .update(JSON.stringify([standings, entries, broken, beyond, steady, unchanged]))
    .digest('base64url')
    .slice(0, 12)
}
