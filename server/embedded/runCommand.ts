import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Account } from './account'

export interface Finished {
  readonly code: number | null
  readonly output: string
}

/** What a PostgreSQL program may know of ours: nothing that would change its port, its folder or its language. */
const environment = () => ({
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  TMPDIR: process.env.TMPDIR,
  LC_ALL: 'C',
  TZ: 'UTC',
})

/**
 * Runs one program to its end in this folder, one at a time. Its output goes through a file: the server it leaves behind would keep a pipe open.
 */
export async function runCommand(program: string, args: string[], as: Account, cwd: string): Promise<Finished> {
  const file = path.join(cwd, 'command.log')
  const output = openSync(file, 'w', 0o600)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(program, args, {
        cwd,
        ...as,
        env: environment(),
        stdio: ['ignore', output, output],
        // A Ctrl-C in the terminal is for the app, which then stops the server in its own time.
        detached: true,
        windowsHide: true,
      })
      child.once('error', reject)
      child.once('exit', resolve)
    })
    return { code, output: readFileSync(file, 'utf8').trim() }
  } finally {
    closeSync(output)
    rmSync(file, { force: true })
  }
}
