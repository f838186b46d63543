/** Works something out once for each thing it is about, which never changes, and remembers it as long as that is there. */
export function remembered<Thing extends object, Result>(work: (thing: Thing) => Result): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { readonly result: Result }>()
  return (thing) => {
    const before = known.get(thing)
    if (before) return before.result
    const result = work(thing)
    known.set(thing, { result })
    return result
  }
}
