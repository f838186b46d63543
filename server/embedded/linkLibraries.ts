import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'

interface Link {
  readonly source: string
  readonly target: string
}

/** What the package's own install script would have linked, had it been let run. */
function listed(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
}

/** macOS asks for libicudata.77.dylib where only libicudata.77.1.dylib is in the package, and the list leaves it out. */
const shortNames = (native: string): Link[] =>
  readdirSync(path.join(native, 'lib')).flatMap((file) => {
    const short = /^(lib.+?\.\d+)\.[\d.]+\.dylib$/.exec(file)?.[1]
    return short ? [{ source: `native/lib/${file}`, target: `native/lib/${short}.dylib` }] : []
  })

function link(source: string, target: string): void {
  try {
    symlinkSync(path.basename(source), target)
  } catch (error) {
    // Another process starting now has just made it.
    if (!existsSync(target)) throw error
  }
}

/** npm packages cannot hold symbolic links, and install scripts may be switched off: so the libraries are linked here. */
export function linkLibraries(native: string): void {
  const above = path.dirname(native)
  for (const { source, target } of [...listed(native), ...shortNames(native)]) {
    const at = path.join(above, target)
    if (!existsSync(at)) link(source, at)
  }
}
