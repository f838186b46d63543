import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ejs from 'ejs'
import { namesIn } from './viewNames'

/** What Express asks of a template engine. */
export type Engine = (file: string, locals: object, done: (error: unknown, html?: string) => void) => void

const ENDING = '.ejs'

/**
 * Every view under a folder, read once, when the process starts. EJS left to itself looks for each included file anew, on
 * disk, each time it is drawn, copies all that its includer knew, and looks every name up while it draws (`with`): on a
 * page of 60 boxes that was most of the work.
 */
export function viewsIn(root: string): Engine {
  const views = new Map(filesUnder(root).map((file) => [nameOf(root, file), readView(nameOf(root, file), file)]))
  const draw = drawing(views)
  return (file, locals, done) => {
    done(null, draw(viewCalled(views, nameOf(root, file)), { given: { ...locals }, before: undefined }))
  }
}

const filesUnder = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ENDING))
    .map((file) => path.join(root, file))

const nameOf = (root: string, file: string): string =>
  path.relative(root, file).split(path.sep).join('/').slice(0, -ENDING.length)

interface View {
  readonly name: string
  readonly text: string
  /** What it may ask for. */
  readonly names: readonly string[]
  /** Compiled, by which of its names are given; usually there is one. */
  readonly compiled: Map<string, ejs.TemplateFunction>
  /** The views it includes, by what it calls them. */
  readonly included: Map<string, View>
  /** What it was drawn as, for things that never change. */
  readonly kept: WeakMap<object, string>
}

function readView(name: string, file: string): View {
  const text = readFileSync(file, 'utf8')
  return { name, text, names: namesIn(text), compiled: new Map(), included: new Map(), kept: new WeakMap() }
}

/** What a view is given, and what its includer knew. */
interface Scope {
  readonly given: Readonly<Record<string, unknown>>
  readonly before: Scope | undefined
}

const missing = Symbol()

/** Not what every object inherits. */
function lookUp(name: string, within: Scope): unknown {
  for (let scope: Scope | undefined = within; scope; scope = scope.before) {
    if (Object.hasOwn(scope.given, name)) return scope.given[name]
  }
  return missing
}

type Include = (name: string, given?: Scope['given']) => string

/**
 * Draws a view with what it is given and, before that, what its includer knew. Where what it is given never changes, and is
 * all it needs, it can be drawn `once`, as long as that is there.
 */
function drawing(views: ReadonlyMap<string, View>): (view: View, scope: Scope) => string {
  function drawOnce(view: View, given: Scope['given']): string {
    const html = view.kept.get(given) ?? draw(view, { given, before: undefined })
    view.kept.set(given, html)
    return html
  }
  function draw(view: View, scope: Scope): string {
    const include: Include = (name, given = {}) => draw(includedBy(views, view, name), { given, before: scope })
    const once: Include = (name, given = {}) => drawOnce(includedBy(views, view, name), given)
    const known: Record<string, unknown> = { include, once }
    let which = ''
    for (const name of view.names) {
      const value = lookUp(name, scope)
      which += value === missing ? '-' : '+'
      if (value !== missing) known[name] = value
    }
    const compiled = view.compiled.get(which) ?? compileFor(view, which)
    return compiled(known)
  }
  return draw
}

/** With the names it is given as variables; any other is a fault, as it is in all code. */
function compileFor({ text, names, compiled, name: filename }: View, which: string): ejs.TemplateFunction {
  const drawn = ejs.compile(`<% { %>${text}<% } %>`, {
    filename,
    compileDebug: false,
    escape,
    _with: false,
    destructuredLocals: ['include', 'once', ...names.filter((_name, at) => which[at] === '+')],
    // Its names are looked up where it is drawn: what it is given need not be copied to be safe.
    ...{ unsafePrototypeLocals: true },
  })
  compiled.set(which, drawn)
  return drawn
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' }
const anyMark = /[&<>"']/

/** As EJS does it; most texts have no mark in them. */
function escape(given?: string | number | boolean | null): string {
  if (given === undefined || given === null) return ''
  const text = String(given)
  return anyMark.test(text) ? text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark) : text
}

/** An included view stands beside its includer, or is named from the top. */
function includedBy(views: ReadonlyMap<string, View>, includer: View, name: string): View {
  const known = includer.included.get(name)
  if (known) return known
  const beside = path.posix.join(path.posix.dirname(includer.name), name)
  const found = viewCalled(views, views.has(beside) ? beside : name)
  includer.included.set(name, found)
  return found
}

function viewCalled(views: ReadonlyMap<string, View>, name: string): View {
  const view = views.get(name)
  if (!view) throw new Error(`There is no view called '${name}'`)
  return view
}
