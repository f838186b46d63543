import type { Request, Response } from 'express'
import { chromeOf, type Page } from './chrome'
import type { Visit } from './route'

/** Draws a view inside the layout. */
export function drawPage(req: Request, res: Response, view: string, page: Page): void {
  res.render('layout', { view, page, chrome: chromeOf(req, res, page) })
}

/**
 * How a capability draws its pages. `Pages` says which there are (by their path under views/) and what each must be given:
 *
 *     export const draw = drawing<{ 'returns/section': SectionPage }>()
 *     draw(visit, 'returns/section', page, 422)
 */
export const drawing =
  <Pages extends Record<keyof Pages, Page>>() =>
  <Name extends keyof Pages & string>(
    { req, res }: Pick<Visit, 'req' | 'res'>,
    view: Name,
    page: Pages[Name],
    status = 200,
  ): void => {
    drawPage(req, res.status(status), view, page)
  }
