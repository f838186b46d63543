import { atlasOf } from '../../server/domain/survey/places'
import { definitions, definitionOf } from '../../server/surveys'
import { headlinesOf } from '../../server/surveys/headlines'

test.each(Object.keys(definitions))('%s is signed under twelve figures that it asks for', (code) => {
  const headlines = headlinesOf(code)
  expect(headlines).toHaveLength(12)
  const atlas = atlasOf(definitionOf(code))
  expect(headlines.filter(({ address }) => atlas.place(address) === undefined)).toEqual([])
})
