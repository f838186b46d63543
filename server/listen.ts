import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

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

export interface Listening {
  readonly port: number
  /** Ends when every request in flight has been answered, or after so many milliseconds. */
  readonly stop: (deadline: number) => Promise<void>
}

/** Listens, and resolves with the port it got. */
export const listen = (answer: RequestListener, place: Place): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = patientServer(answer)
    const silent = silentCallers(server)
    server.once('error', (error) => {
      reject(whyNot(place, error))
    })
    server.listen(place.port, place.host, () => {
      const { port } = server.address() as AddressInfo
      resolve({ port, stop: (deadline) => stopListening(server, silent, deadline) })
    })
  })

/** Connections on which nothing has been asked yet: browsers open them in advance. */
function silentCallers(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', ({ socket }) => silent.delete(socket))
  return silent
}

/** Idle connections are closed at once, silent ones after a second, in which what is on its way arrives. */
function stopListening(server: Server, silent: ReadonlySet<Socket>, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => {
      server.closeIdleConnections()
    }, 100)
    const hush = setTimeout(() => {
      for (const socket of silent) socket.destroy()
    }, seconds(1))
    const end = setTimeout(() => {
      server.closeAllConnections()
    }, deadline)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(hush)
      clearTimeout(end)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** Whether a place is free to listen on; a sentence is thrown where it is not. */
export async function mustBeFree(place: Place): Promise<void> {
  const { stop } = await listen(() => undefined, place)
  await stop(0)
}
