/** Wakes whoever waits at it, and whoever comes to wait next after it was rung. */
export interface Bell {
  readonly ring: () => void
  /** Resolves after so many milliseconds, or as soon as the bell is rung. */
  readonly wait: (milliseconds: number) => Promise<void>
}

/** A bell nobody has rung. It wakes one who waits; a second ring before anybody waits is the same ring. */
export function newBell(): Bell {
  let rung = false
  let wake = (): void => undefined
  return {
    ring: () => {
      rung = true
      wake()
    },
    wait: async (milliseconds) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
    },
  }
}
