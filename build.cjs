/**
 * Compiles server/ into dist/, but only when something in it is newer than the last compilation.
 * Types are the business of `npm run types`; here only the code is wanted, quickly.
 */
const { spawnSync } = require('node:child_process')
const { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } = require('node:fs')
const path = require('node:path')

const root = __dirname
const dist = path.join(root, 'dist')
const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'build.cjs', 'server']

/** Folders are among them, because deleting a file changes only the time of its folder. */
function sources() {
  const inside = readdirSync(path.join(root, 'server'), { withFileTypes: true, recursive: true })
  return [
    ...settings.map((name) => path.join(root, name)),
    ...inside.map((entry) => path.join(entry.parentPath, entry.name)),
  ]
}

function isFresh() {
  const stamp = path.join(dist, '.compiled')
  if (!existsSync(stamp)) return false
  const compiledAt = statSync(stamp).mtimeMs
  return sources().every((file) => statSync(file).mtimeMs <= compiledAt)
}

/** Compiles into a folder of its own and swaps it in whole: two builds at once, or one that fails, leave dist usable. */
function compile() {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  if (!existsSync(tsc)) {
    console.error('The compiler is not installed. Run `npm ci` (without --omit=dev), then try again.')
    return 1
  }
  const startedAt = new Date()
  const fresh = `${dist}-${process.pid}`
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', fresh], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status === 0) {
    const stamp = path.join(fresh, '.compiled')
    writeFileSync(stamp, '')
    utimesSync(stamp, startedAt, startedAt)
    rmSync(dist, { recursive: true, force: true })
    renameSync(fresh, dist)
  } else {
    rmSync(fresh, { recursive: true, force: true })
  }
  return status ?? 1
}

if (!isFresh()) process.exitCode = compile()
