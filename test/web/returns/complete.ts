import { cellsOf } from '../../../server/db/cells'
import { findAnyReturn } from '../../../server/db/returns'
import { sheetOfReturn } from '../../../server/db/sheetOfReturn'
import type { Box } from '../../../server/domain/kinds'
import { explanationAddress, explanationFor } from '../../../server/domain/survey/explanations'
import { checkReturn } from '../../../server/domain/survey/progress'
import { definitionOf } from '../../../server/surveys'
import type { TestApp } from '../../support/app'
import type { startDraft } from './draft'

type Draft = Awaited<ReturnType<typeof startDraft>>

/** The sections of a return, judged as they now are. */
async function checks({ db }: TestApp, { id }: Draft) {
  const found = await findAnyReturn(db, id, () => 0)
  if (!found) throw new Error('There is no such return')
  return checkReturn(await sheetOfReturn(db, found, definitionOf(found.collection.code), await cellsOf(db, id)))
}

/** The dullest answer there is: no, none, 0. */
function dullAnswer(box: Box): string {
  switch (box.kind) {
    case 'choice':
      return box.options.find(({ value }) => value === 'no')?.value ?? box.options[0]?.value ?? ''
    case 'choices':
      return (box.options.find(({ exclusive }) => exclusive) ?? box.options[0])?.value ?? ''
    case 'integer':
    case 'decimal':
      return String(Math.max(0, box.min))
    case 'email':
      return 'dilys@thornmere-trust.example'
    case 'telephone':
      return '01632 960123'
    default:
      return 'Said in words enough'
  }
}

/** A nil return, answered and explained to the last box, through the pages of its sections. */
export async function complete(test: TestApp, draft: Draft): Promise<void> {
  await draft.save('a', { has_mhsw: 'no' })
  for (let round = 0; round < 5; round += 1) {
    const left = (await checks(test, draft)).filter(
      ({ missing, progress }) => missing.length > 0 || progress.soft > progress.explained,
    )
    for (const { section, missing, broken } of left) {
      const answers = missing.map(({ address, box }) => [address, dullAnswer(box)] as const)
      const explained = broken
        .filter((each) => explanationFor(each, {}).kind === 'none' && each.rule.level === 'soft')
        .map(({ rule }) => [explanationAddress(rule.code), `Because of ${rule.code}: that is how it is here`] as const)
      await draft.save(section.code, Object.fromEntries([...answers, ...explained]))
    }
    if (left.length === 0) return
  }
  const left = (await checks(test, draft)).flatMap(({ missing, broken }) => [
    ...missing.map(({ address }) => address),
    ...broken.map(({ rule }) => rule.code),
  ])
  throw new Error(`The return could not be completed: ${left.join(', ')}`)
}
