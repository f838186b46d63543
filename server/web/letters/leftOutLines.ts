import { leftOutReasons, type LeftOut, type WhyLeftOut } from '../../domain/chasing/recipients'

/** Why somebody gets no letter, how many they are, and who. */
export interface LeftOutLine {
  readonly why: string
  readonly count: string
  readonly names: readonly { readonly text: string; readonly href: string }[]
  /** How many more there are than are named. */
  readonly more: string | undefined
}

/** So many are named for each reason. */
const NAMED = 100

const grouped = (count: number): string => count.toLocaleString('en-GB')

/** Those who get no letter, by the reason, in the order of the reasons. */
export function leftOutLines(leftOut: readonly LeftOut[]): LeftOutLine[] {
  const byReason = new Map<WhyLeftOut, LeftOut[]>()
  for (const each of leftOut) {
    const alike = byReason.get(each.why)
    if (alike) alike.push(each)
    else byReason.set(each.why, [each])
  }
  const reasons = Object.keys(leftOutReasons).filter((why): why is WhyLeftOut => Object.hasOwn(leftOutReasons, why))
  return reasons.flatMap((why) => {
    const alike = byReason.get(why)
    return alike ? [lineOf(why, alike)] : []
  })
}

const lineOf = (why: WhyLeftOut, alike: readonly LeftOut[]): LeftOutLine => ({
  why: leftOutReasons[why],
  count: grouped(alike.length),
  names: alike.slice(0, NAMED).map(({ about, reader }) => ({
    text: reader ? `${reader.name}, ${about.organisation.name}` : about.organisation.name,
    href: `/network/returns/${about.id}`,
  })),
  more: alike.length > NAMED ? `and ${grouped(alike.length - NAMED)} more` : undefined,
})

/** The same as it was when letters were sent, from how many there were. */
export const leftOutCounted = (counts: Readonly<Partial<Record<WhyLeftOut, number>>>): LeftOutLine[] =>
  Object.entries(leftOutReasons).flatMap(([why, text]) => {
    const count = Object.entries(counts).find(([name]) => name === why)?.[1] ?? 0
    return count === 0 ? [] : [{ why: text, count: grouped(count), names: [], more: undefined }]
  })
