import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One line of the specification's list of questions, as it stands there. */
export interface Listed {
  readonly survey: string
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

const [heading = [], ...records] = linesOf(readFileSync(join(__dirname, 'questions.csv'), 'utf8'))

const listedFrom = (line: readonly string[]): Listed => {
  const field = (name: keyof Listed): string => line[heading.indexOf(name)] ?? ''
  return {
    survey: field('survey'),
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

const lines = records.map(listedFrom)

/** Which question of the social work survey a question is "as". */
function modelOf({ code }: Listed): Listed | undefined {
  const model = code
    .replace(/^dq_psw_/, 'dq_b_')
    .replace(/^psw_(?=decl_|team_)/, '')
    .replace(/^team_uses$/, 'team_uses_sw')
  return model === code ? undefined : lines.find((line) => line.survey === 'mhsw' && line.code === model)
}

const counterparts: Readonly<Record<string, string>> = {
  sw_ext: 'psw_ext',
  sw_emp_out: 'psw_out',
  team_provided: 'psw_team_provided',
  team_uses_sw: 'psw_team_uses',
}

/** A question that the list of the peer support survey says only to be as in the social work survey, written out. */
function writtenOut(line: Listed): Listed {
  const model = modelOf(line)
  if (!model) return line
  const { survey, section, code, type } = line
  const routing = model.routing
    .replaceAll(/\b(sw_ext|sw_emp_out|team_provided|team_uses_sw)\b/g, (other) => counterparts[other] ?? other)
    .replace('has_mhsw', 'psw_any')
    .replace(/^(section has any answer|same)$/, 'any answer')
  const told = code.startsWith('psw_team_') ? { type, question: line.question, hint: line.hint } : {}
  return { ...model, ...told, survey, section, code, routing, orgs: line.orgs }
}

/** The specification's list of the questions of the two surveys of 2019-20. */
export const listed: readonly Listed[] = lines.map((line) => (line.survey === 'psw' ? writtenOut(line) : line))

/** The questions of one survey of the list. */
export const listedIn = (survey: string): readonly Listed[] => listed.filter((line) => line.survey === survey)
