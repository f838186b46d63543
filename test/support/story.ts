/** Tests that are one story: each goes on from where the one before it ended, so that what fails first ends it. */
export function storyOf(): (name: string, happens: () => Promise<void>, patience?: number) => void {
  let ended = false
  return (name, happens, patience) => {
    test(
      name,
      async () => {
        if (ended) throw new Error('The story ended in a step before this one')
        ended = true
        await happens()
        ended = false
      },
      patience,
    )
  }
}
