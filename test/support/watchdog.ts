import { spawn } from 'node:child_process'

/**
 * A shell that waits for this process to end, however it ends, and then stops the server of the tests and deletes its
 * folder. It notices because the pipe it reads from is closed, which even kill -9 cannot prevent.
 */
export function watchOver(folder: string): { dismiss: () => void } {
  const script =
    'read dismissed && exit; kill -QUIT "$(head -n 1 "$1/postgresql/cluster/postmaster.pid")"; sleep 1; rm -rf "$1"'
  const watchdog = spawn('sh', ['-c', script, 'watchdog', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watchdog.unref()
  return { dismiss: () => watchdog.stdin.end('dismissed\n') }
}
