import { spawn } from 'node:child_process'

/**
 * A shell that waits for this process to end, however it ends, and then stops the servers whose files are in this folder
 * and deletes it. It notices because the pipe it reads from is closed, which even kill -9 cannot prevent.
 */
export function watchOver(folder: string): { dismiss: () => void } {
  const script = [
    'read dismissed && exit',
    'for file in "$1"/*/postgresql/cluster/postmaster.pid; do kill -QUIT "$(head -n 1 "$file")"; done',
    'sleep 1',
    'rm -rf "$1"',
  ].join('; ')
  const watchdog = spawn('sh', ['-c', script, 'watchdog', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watchdog.unref()
  return { dismiss: () => watchdog.stdin.end('dismissed\n') }
}
