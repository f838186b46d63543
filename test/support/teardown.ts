/** Jest loads setup and teardown apart from each other, in one process: what is left to undo waits on that process. */
const waiting = Symbol.for('workforce-returns.after-all-tests')
const shared: typeof globalThis & { [waiting]?: (() => Promise<void>)[] } = globalThis

export function afterAllTests(undo: () => Promise<void>): void {
  shared[waiting] = [...(shared[waiting] ?? []), undo]
}

/** Undoes everything, the last thing first. */
export async function undoAll(): Promise<void> {
  for (const undo of [...(shared[waiting] ?? [])].reverse()) await undo()
}
