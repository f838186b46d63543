import type { Indicator } from './indicator'

/** Whether an indicator says how many organisations do something, or have responded: which is never withheld. */
export const countsOrganisations = (indicator: Indicator): boolean =>
  indicator.compares === 'organisations' || (indicator.compares === 'quality' && indicator.of === 'responded')
