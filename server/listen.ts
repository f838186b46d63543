import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const seconds = (count: number) => count * 1000

/** What a program could not do, in one sentence for the person who started it. */
export class CannotStart extends Error {}

export interface Place {
  readonly host: string
  readonly port: number
}

function whyNot({ host, port }: Place, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') {
    return new CannotStart(
      `Port ${port} on ${host} is taken by another program: stop that one, or choose another, such as PORT=${port + 1}.`,
    )
  }
  if (error.code === 'EACCES')
    return new CannotStart(`Port ${port} may not be used: choose one above 1023, such as PORT=3000.`)
  if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL') {
    return new CannotStart(
      `HOST is "${host}", which is no address of this machine: leave it out, or set 0.0.0.0 for all of them.`,
    )
  }
  return error
}

/** A server whose slow callers cannot hold it: so long for the headers, the whole request, and between requests. */
function patientServer(answer: RequestListener): Server {
  return createServer(
    {
      headersTimeout: seconds(15),
      requestTimeout: seconds(60),
      keepAliveTimeout: seconds(75),
      connectionsCheckingInterval: seconds(5),
    },
    answer,
  )
}

/** Listens, and resolves with the server and the port it got. */
export const listen = (
  answer: RequestListener,
  place: Place,
): Promise<{ readonly server: Server; readonly port: number }> =>
  new Promise((resolve, reject) => {
    const server = patientServer(answer)
    server.once('error', (error) => {
      reject(whyNot(place, error))
    })
    server.listen(place.port, place.host, () => {
      resolve({ server, port: (server.address() as AddressInfo).port })
    })
  })

/** Ends when every request in flight has been answered, or at the deadline; idle connections are closed at once. */
export function stopListening(server: Server, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => {
      server.closeIdleConnections()
    }, 100)
    const end = setTimeout(() => {
      server.closeAllConnections()
    }, deadline)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(end)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** Whether a place is free to listen on; a sentence is thrown where it is not. */
export async function mustBeFree(place: Place): Promise<void> {
  const { server } = await listen(() => undefined, place)
  await stopListening(server, 0)
}
