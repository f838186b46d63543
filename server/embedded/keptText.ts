import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * What this file holds; the first time, what `make` gives, kept for ever after. When two come at once both read the same:
 * the file appears whole or not at all, and the second to bring one is told that it exists.
 */
export function keptText(file: string, make: () => string): string {
  if (!existsSync(file)) {
    const mine = `${file}.${process.pid}`
    writeFileSync(mine, `${make()}\n`, { mode: 0o600 })
    try {
      linkSync(mine, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    } finally {
      rmSync(mine)
    }
  }
  return readFileSync(file, 'utf8').trim()
}
