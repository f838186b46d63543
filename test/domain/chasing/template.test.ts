import { filledIn, firstTemplate, paragraphsOf, placeholderProblem } from '../../../server/domain/chasing/template'

const filling = {
  organisation: 'Eastvale Council',
  name: 'Dilys {link} Marlow',
  collection: 'Social work 2019-20',
  closes: '11:59pm on Monday 10 February 2020',
  'days left': 'in 14 days',
  progress: '4 of 16 sections are finished',
  link: 'https://returns.benchmarking.example/returns/r1',
}

describe('a letter to many', () => {
  it('is filled in for its reader, and what is filled in is not looked at again', () => {
    expect(filledIn('Dear { name }, {organisation} closes {days left}.', filling)).toBe(
      'Dear Dilys {link} Marlow, Eastvale Council closes in 14 days.',
    )
  })

  it.each([
    ['{organisation} and {days left}', undefined],
    ['{Organisation}', 'Nothing is called {Organisation}. You can use {organisation}, {name}'],
    ['{}', 'Nothing is called {}.'],
    ['{toString}', 'Nothing is called {toString}.'],
    ['{{name}}', 'A { or } stands alone.'],
    ['a } b', 'A { or } stands alone.'],
  ])('%j: %j', (text, says) => {
    if (says === undefined) expect(placeholderProblem(text)).toBeUndefined()
    else expect(placeholderProblem(text)).toContain(says)
  })

  it('has a paragraph wherever an empty line stands, whoever typed it', () => {
    expect(paragraphsOf('One\r\nline\r\n\r\n\r\nTwo\n \nThree\n\n')).toEqual(['One\r\nline', 'Two', 'Three'])
  })

  it('is right as it first stands in the boxes', () => {
    expect(placeholderProblem(firstTemplate.subject)).toBeUndefined()
    expect(placeholderProblem(firstTemplate.body)).toBeUndefined()
  })
})
