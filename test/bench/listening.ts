import type { Express } from 'express'

/** Tells the parent on which port it listens. */
export function listening(app: Express): void {
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
  })
  process.on('disconnect', () => process.exit(0))
}
