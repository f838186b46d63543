import path from 'node:path'
import ejs from 'ejs'

const views = [path.join(process.cwd(), 'views')]

/** Draws one view, as the app does: includes are found from views/. */
export function draw(view: string, data: object): Promise<string> {
  return ejs.renderFile(path.join(process.cwd(), 'views', `${view}.ejs`), data, { views, cache: true })
}
