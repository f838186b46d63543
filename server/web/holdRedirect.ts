import type { Response } from 'express'

interface Led {
  readonly status: number
  readonly location: string
}

/** Holds back where an answer leads to, until it has been written down. */
export function holdRedirect(res: Response): { readonly to: () => Led | undefined; readonly letGo: () => void } {
  const really = res.redirect.bind(res)
  let led: Led | undefined
  res.redirect = (first: number | string, second?: number | string): void => {
    led = { status: typeof first === 'number' ? first : 302, location: String(second ?? first) }
  }
  return {
    to: () => led,
    letGo: () => {
      if (led) really(led.status, led.location)
    },
  }
}
