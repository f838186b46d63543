import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One line of the specification's list of questions, as it stands there. */
export interface Listed {
  readonly section: string
  readonly code: string
  readonly question: string
  readonly hint: string
  readonly type: string
  readonly unit: string
  readonly ref: string
  readonly range: string
  readonly req: string
  readonly nc: string
  readonly orgs: string
  readonly routing: string
}

/** A field is written plainly, or between quotes that are doubled inside. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g

function linesOf(text: string): string[][] {
  const lines: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(FIELD)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\n') lines.push([])
  }
  return lines.filter((line) => line.length > 1)
}

const [heading = [], ...lines] = linesOf(readFileSync(join(__dirname, 'questions.csv'), 'utf8'))

const listedFrom = (line: readonly string[]): Listed => {
  const field = (name: keyof Listed): string => line[heading.indexOf(name)] ?? ''
  return {
    section: (/section (\w)\b/i.exec(field('section'))?.[1] ?? '').toLowerCase(),
    code: field('code'),
    question: field('question'),
    hint: field('hint'),
    type: field('type'),
    unit: field('unit'),
    ref: field('ref'),
    range: field('range'),
    req: field('req'),
    nc: field('nc'),
    orgs: field('orgs'),
    routing: field('routing'),
  }
}

/** The specification's list of the questions of the social work survey of 2019-20. */
export const listed: readonly Listed[] = lines.map(listedFrom)
