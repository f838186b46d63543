interface Titled {
  readonly title: string
}

/** A long page in topics, of which all or one are shown. */
export interface Topics<T extends Titled> {
  readonly shown: readonly (T & { readonly id: string })[]
  /** What is chosen, as `?topic=` says it; empty where all are shown. */
  readonly chosen: string
  readonly offered: readonly { readonly value: string; readonly text: string }[]
  /** That something was asked for that is not there. */
  readonly says: readonly string[]
}

/** Numbers topics from 1, and shows the one asked for: `?topic=3`. Whatever is not there shows all, and says so. */
export function topicsShown<T extends Titled>(topics: readonly T[], asked: unknown): Topics<T> {
  const all = topics.map((topic, at) => ({ ...topic, id: `topic-${at + 1}` }))
  const wanted = typeof asked === 'string' && asked !== '' ? all.find(({ id }) => id === `topic-${asked}`) : undefined
  return {
    shown: wanted ? [wanted] : all,
    chosen: wanted ? String(asked) : '',
    offered: [
      { value: '', text: 'All topics' },
      ...all.map(({ title }, at) => ({ value: String(at + 1), text: title })),
    ],
    says: wanted || asked === undefined || asked === '' ? [] : ['There is no such topic. All are shown.'],
  }
}
