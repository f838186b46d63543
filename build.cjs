/**
 * Compiles server/ into dist/, but only when something in it is newer than the last compilation.
 * Needs nothing but Node until there is something to compile, so a warm start pays a few milliseconds.
 */
const { spawnSync } = require('node:child_process')
const { existsSync, readdirSync, rmSync, statSync, writeFileSync } = require('node:fs')
const path = require('node:path')

const root = __dirname
const stamp = path.join(root, 'dist', '.compiled')

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => path.join(entry.parentPath, entry.name))
}

/** Folders count too: deleting a file changes its folder's time. */
function isFresh() {
  if (!existsSync(stamp)) return false
  const compiledAt = statSync(stamp).mtimeMs
  const sources = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'build.cjs', 'server'].map((name) =>
    path.join(root, name),
  )
  return [...sources, ...filesUnder(path.join(root, 'server'))].every((file) => statSync(file).mtimeMs <= compiledAt)
}

function compile() {
  const startedAt = new Date()
  rmSync(path.join(root, 'dist'), { recursive: true, force: true })
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  if (!existsSync(tsc)) {
    console.error('The compiler is not installed. Run: npm ci')
    return 1
  }
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  if (status === 0) writeFileSync(stamp, `${startedAt.toISOString()}\n`)
  return status ?? 1
}

if (!isFresh()) process.exitCode = compile()
