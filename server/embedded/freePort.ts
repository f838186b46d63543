import net from 'node:net'

/** PostgreSQL's usual port is left to the machine's own. */
const taken = 5432

/** A port of 127.0.0.1 that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const port = await new Promise<number>((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : taken)
      })
    })
  })
  return port === taken ? freePort() : port
}
