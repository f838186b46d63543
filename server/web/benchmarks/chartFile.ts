import type { OwnReturn } from '../../db/foundReturn'
import type { Indicator } from '../../domain/benchmarks/indicator'
import { svgFile } from '../charts/file'
import type { Choice } from './choice'
import { comparedWith } from './compared'
import { coverageWords, titleOf } from './indicatorPart'
import { ownOf } from './ownWords'
import { othersWords, placeWords } from './placed'
import { releaseInWords } from './releaseWords'
import type { Released, Seen } from './seen'
import { drawingOf } from './stripOf'

interface Shown {
  readonly choice: Choice
  readonly released: Released
  readonly seen: Seen
}

/** One chart to keep, with what must be known to read it. Nothing where nothing may be drawn. */
export function chartFile(
  found: OwnReturn,
  indicator: Indicator,
  { choice, released, seen }: Shown,
): string | undefined {
  const compared = comparedWith(indicator, choice.group, seen)
  const own = ownOf(indicator, seen)
  const { name } = found.organisation
  const drawing = drawingOf(indicator, { own, compared, who: name }, seen)
  if (!drawing) return undefined
  const others = othersWords(indicator, compared)
  const place = placeWords(indicator, own, compared)
  return svgFile(drawing, {
    title: titleOf(indicator),
    lines: [
      [`${name}: ${own.text}`, place, others].filter((words) => words !== '').join('. '),
      `${coverageWords(compared, seen)}.`,
      `${found.collection.title}. ${releaseInWords(released)}.`,
    ],
  })
}
