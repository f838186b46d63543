import { scopes, type Scope } from '../../../domain/tokens/scopes'
import { MOST_AT_ONCE, USUAL_LIMIT, type keys } from '../asked'
import { answerColumns, whoseColumns } from '../../../workbooks/answerColumns'
import { named, type Schema } from './schema'

interface Answers {
  readonly summary: string
  readonly scope: Scope
  /** What is in its path. */
  readonly about?: 'code' | 'id'
  /** Of a list: what its pages are told apart by. */
  readonly pages?: keyof typeof keys
  /** Whether it is of one release, which may be chosen. */
  readonly ofRelease?: true
  /** The forms it can be had in. */
  readonly forms: Readonly<Record<string, Schema>>
}

const json = (name: string) => ({ 'application/json': { ...named(name) } })

const csv: Schema = {
  type: 'string',
  description: `The same with a line of headings: ${[...whoseColumns, ...answerColumns].join(', ')}.`,
}

const described: Readonly<Record<string, Answers>> = {
  '/collections': { summary: 'Every collection', scope: 'collections', pages: 'code', forms: json('Collections') },
  '/collections/{code}': {
    summary: 'One collection, and how many have answered it',
    scope: 'collections',
    about: 'code',
    forms: json('WholeCollection'),
  },
  '/organisations': {
    summary: 'The register of organisations',
    scope: 'organisations',
    pages: 'code',
    forms: json('Organisations'),
  },
  '/collections/{code}/returns': {
    summary: 'Every return of a collection, and how far it has got',
    scope: 'returns',
    about: 'code',
    pages: 'id',
    forms: json('Returns'),
  },
  '/collections/{code}/answers': {
    summary: 'Everything said in the submissions that stand: a line for each address, of so many submissions',
    scope: 'answers',
    about: 'code',
    pages: 'id',
    forms: { 'application/x-ndjson': named('Line'), 'text/csv': csv },
  },
  '/collections/{code}/releases': {
    summary: 'Every published release of figures',
    scope: 'figures',
    about: 'code',
    pages: 'number',
    forms: json('Releases'),
  },
  '/collections/{code}/figures': {
    summary: 'What a published release says, indicator by indicator',
    scope: 'figures',
    about: 'code',
    pages: 'code',
    ofRelease: true,
    forms: json('Indicators'),
  },
  '/collections/{code}/tables': {
    summary: 'The tables of people of a published release',
    scope: 'figures',
    about: 'code',
    pages: 'code',
    ofRelease: true,
    forms: json('Tables'),
  },
  '/returns/{id}': {
    summary: 'One return, section by section',
    scope: 'returns',
    about: 'id',
    forms: json('WholeReturn'),
  },
  '/returns/{id}/submissions': {
    summary: 'Every submission that was made of a return, also those that no longer stand',
    scope: 'returns',
    about: 'id',
    pages: 'number',
    forms: json('Submissions'),
  },
  '/submissions/{id}': {
    summary: 'One submission, with everything it says',
    scope: 'answers',
    about: 'id',
    forms: json('WholeSubmission'),
  },
}

const inPath = { code: 'The code of a collection.', id: 'The id, as another answer gives it.' } as const

function parametersOf({ about, pages, ofRelease }: Answers) {
  const path = about ? [{ name: about, in: 'path', required: true, description: inPath[about], schema: text }] : []
  const page = [
    {
      name: 'after',
      in: 'query',
      description: 'Only what comes after this: see the link to the next page.',
      schema: text,
    },
    {
      name: 'limit',
      in: 'query',
      description: `How many a page holds; ${USUAL_LIMIT} where nothing is said.`,
      schema: { type: 'integer', minimum: 1, maximum: MOST_AT_ONCE },
    },
  ]
  const release = {
    name: 'release',
    in: 'query',
    description: 'The number of a published release; the last one where nothing is said.',
    schema: { type: 'integer', minimum: 1 },
  }
  return [
    ...path,
    ...(pages ? page : []),
    ...(ofRelease ? [release] : []),
    { name: 'If-None-Match', in: 'header', schema: text },
  ]
}

const text = { type: 'string' } as const

const refusals = {
  '401': 'No token, or one that does not work (any more).',
  '403': 'The token may not read this.',
  '404': 'There is no such thing.',
  '406': 'It cannot be had in this form.',
  '422': 'A part of the request cannot be read.',
  '429': 'Too many requests: the header Retry-After says for how many seconds to wait.',
  '503': 'The service cannot answer just now: try again after as many seconds as the header Retry-After says.',
} as const

const refused = Object.fromEntries(
  Object.entries(refusals).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: named('Problem') } } },
  ]),
)

const tag = { description: 'Tells this answer from others: send it as If-None-Match.', schema: text }
const link = { description: 'The next page, where there is one: rel="next".', schema: text }

function operation(answers: Answers) {
  const { summary, scope, forms, pages } = answers
  const content = Object.fromEntries(Object.entries(forms).map(([type, schema]) => [type, { schema }]))
  return {
    summary,
    description: `For tokens that may read ${scope}. ${scopes[scope]}.`,
    security: [{ token: [] }],
    parameters: parametersOf(answers),
    responses: {
      '200': { description: summary, headers: pages ? { ETag: tag, Link: link } : { ETag: tag }, content },
      '304': { description: 'It is as it was.' },
      ...refused,
    },
  }
}

/** Every address there is, by its path after /api/v1. */
export const paths = Object.fromEntries(
  Object.entries(described).map(([path, answers]) => [path, { get: operation(answers) }]),
)
