import type { Scale, Subject } from './indicator'

/** What indicators are about, and how they are written: all there are. */
export const subjects: readonly Subject[] = ['workforce', 'protected', 'activity', 'organisations']

/** Every way in which an indicator is scaled. */
export const scales: readonly Scale[] = ['per_100k', 'percent', 'each', 'pounds']
