import { computed, type Row } from './rows'

/** The table of published figures, a line each: printed, reckoned, as the page shows it, and whether they agree. */
export function written(rows: readonly Row[]): string {
  const lines = rows.map(({ id, says, printed, found, agrees, how }) => [
    id,
    says,
    printed,
    found.several ?? computed(found.value),
    found.text,
    `${agrees ? 'yes' : 'NO'}${how === undefined ? '' : ` (${how})`}`,
  ])
  const all = [['', 'Published figure', 'Printed', 'Computed', 'On the page', 'Agrees'], ...lines]
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)))
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
