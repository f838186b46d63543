import type { Response } from 'express'
import type { Visit } from '../route'
import { draw } from './pages'

/** The address of this page lets in whoever has it: the browser tells it to nobody. */
export function tellNobody({ res }: { readonly res: Response }): void {
  res.setHeader('Referrer-Policy', 'no-referrer')
}

/** The token in the address of a page. */
export const tokenIn = ({ req }: Visit): string => (typeof req.params.token === 'string' ? req.params.token : '')

/** One page for every link that does not work, whatever the reason: it tells nothing of those that do. */
export function showGone(visit: Visit): void {
  draw(visit, 'account/linkGone', { title: 'This link does not work' }, 410)
}
