import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ejs from 'ejs'

/** What Express asks of a template engine. */
export type Engine = (file: string, locals: object, done: (error: unknown, html?: string) => void) => void

const ENDING = '.ejs'

/**
 * Every view under a folder, compiled once, when the process starts. EJS left to itself looks for each included file
 * anew, on disk, each time it is drawn, and copies all that its includer knew: on a page of 60 boxes that was most of the
 * work.
 */
export function viewsIn(root: string): Engine {
  const views = new Map(filesUnder(root).map((file) => [nameOf(root, file), compiled(file)]))
  const draw = drawing(views)
  return (file, locals, done) => {
    done(null, draw(nameOf(root, file), locals, null))
  }
}

const filesUnder = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ENDING))
    .map((file) => path.join(root, file))

const nameOf = (root: string, file: string): string =>
  path.relative(root, file).split(path.sep).join('/').slice(0, -ENDING.length)

/** Its names are looked up in what it is given and nowhere else, so that need not be copied to be safe. */
const compiled = (file: string): ejs.TemplateFunction =>
  ejs.compile(readFileSync(file, 'utf8'), { compileDebug: false, filename: file, ...{ unsafePrototypeLocals: true } })

type Draw = (name: string, given: object, before: object | null) => string

/**
 * Draws a view with what it is given and, before that, what its includer knew; at the very beginning there is nothing,
 * not even what every object inherits.
 */
function drawing(views: ReadonlyMap<string, ejs.TemplateFunction>): Draw {
  const resolve = resolving(views)
  const draw: Draw = (name, given, before) => {
    const view = views.get(name)
    if (!view) throw new Error(`There is no view called '${name}'`)
    const known = Object.assign(Object.create(before) as object, given, {
      include: (included: string, more: object = {}): string => draw(resolve(name, included), more, known),
    })
    return view(known)
  }
  return draw
}

/** An included view stands beside its includer, or is named from the top. */
function resolving(views: ReadonlyMap<string, unknown>): (from: string, name: string) => string {
  const found = new Map<string, string>()
  return (from, name) => {
    const key = `${from}>${name}`
    const before = found.get(key)
    if (before !== undefined) return before
    const beside = path.posix.join(path.posix.dirname(from), name)
    const resolved = views.has(beside) ? beside : name
    found.set(key, resolved)
    return resolved
  }
}
