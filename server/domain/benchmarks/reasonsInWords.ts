import type { Figure, Reason, Shown } from '../disclosure/figure'

/** Why a figure is hidden, for whoever reads the page: it says nothing of the figure. */
export const reasons: Readonly<Record<Reason, string>> = {
  too_few_organisations: 'Fewer than 5 organisations have this figure.',
  too_few_for_quartiles: 'The middle half is shown where 8 organisations or more have this figure.',
  too_few_for_range: 'The least and the greatest are shown where 20 organisations or more have this figure.',
  dominated: 'One organisation makes up nearly all of it.',
  too_like_another: 'It differs by too few organisations from a group that is shown.',
  could_be_worked_out: 'Somebody who knows their own figure could work out another organisation’s.',
  too_few_changed: 'Too few organisations have changed since an earlier release: what that says still stands.',
  small_number: 'It would show a small number of people, or give one away.',
  few_people: 'It is a share of fewer than 20 people.',
  not_told: 'It is not told of such figures.',
}

/** Why nothing of a group is told; undefined where something is. */
export function withheldBecause({ median, pooled }: Pick<Figure, 'median' | 'pooled'>): Reason | undefined {
  if (valueOf(median) !== undefined || valueOf(pooled) !== undefined) return undefined
  return reasonOf(median) === 'not_told' ? reasonOf(pooled) : reasonOf(median)
}

/** Why a figure is withheld; undefined where it is told. */
export const reasonOf = (shown: Shown): Reason | undefined => ('withheld' in shown ? shown.withheld : undefined)

/** A figure that is told; undefined where it is withheld. */
export const valueOf = (shown: Shown): number | undefined => ('value' in shown ? shown.value : undefined)

/** Why some figures of a table are hidden: each reason once, with the rows it is about. */
export function whyHidden(rows: readonly { readonly name: string; readonly because: string }[]): string[] {
  const because = [...new Set(rows.map((row) => row.because))].filter((each) => each !== '')
  return because.map((each) => {
    const names = rows.filter((row) => row.because === each).map(({ name }) => name)
    return names.length === rows.length ? each : `${names.join(', ')}: ${each}`
  })
}

/** Why any of these are hidden, each reason once, in sentences. */
export const becauseOf = (figures: readonly Shown[]): string =>
  [...new Set(figures.map(reasonOf))]
    .flatMap((reason) => (reason === undefined || reason === 'not_told' ? [] : [reasons[reason]]))
    .join(' ')
