import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder of package.json, whether this runs from the sources or from dist. */
export function projectRoot(from = __dirname): string {
  if (existsSync(path.join(from, 'package.json'))) return from
  const above = path.dirname(from)
  if (above === from) throw new Error(`There is no package.json in or above ${__dirname}`)
  return projectRoot(above)
}
