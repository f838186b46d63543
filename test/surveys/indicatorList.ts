import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One line of the specification's table of indicators, as it stands there. */
export interface ListedIndicator {
  /** Its code, or codes; a family has `{row}` at its end. */
  readonly codes: readonly string[]
  readonly numerator: string
  readonly denominator: string
  readonly types: string
  readonly subject: string
  readonly decimals: string
  readonly notes: string
}

const lines = readFileSync(join(__dirname, 'indicators.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))

const listedFrom = (line: string): ListedIndicator => {
  const [ids = '', , numerator = '', denominator = '', types = '', subject = '', decimals = '', notes = ''] = line
    .split('|')
    .slice(1)
    .map((cell) => cell.trim())
  const codes = [...ids.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
  return { codes, numerator, denominator, types, subject, decimals, notes }
}

export const listedIndicators: readonly ListedIndicator[] = lines.map(listedFrom)

/** The addresses a cell of the table names: `sw_career_stage`.{asye,consultant}.wte is two. A word of prose is none. */
export function addressesNamed(cell: string): string[] {
  return [...cell.matchAll(/`([\w.{}*]+)`((?:\.(?:\{[\w,*]+\}|\w+))*)/g)].flatMap(([, head = '', tail = '']) =>
    expanded(head + tail),
  )
}

function expanded(pattern: string): string[] {
  const found = /\{([\w,*]+)\}/.exec(pattern)
  if (!found || found[1] === 'row') return [pattern]
  return (found[1] ?? '').split(',').flatMap((part) => expanded(pattern.replace(found[0], part)))
}
