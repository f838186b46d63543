import { isIP } from 'node:net'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { stampOf } from './stamp'

const year = 365 * 24 * 60 * 60

const nothing = ["'none'"]
const ourselves = ["'self'"]

/** The powers of the browser that no page here uses. */
const unusedPowers = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'payment',
  'publickey-credentials-get',
  'usb',
]
  .map((power) => `${power}=()`)
  .join(', ')

/** What a browser may do with anything we send: nothing but our own styles, pictures, scripts and forms. */
export const headers = (overTls: boolean): RequestHandler[] => [
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: nothing,
        scriptSrc: [...ourselves, (req) => `'nonce-${stampOf(req).nonce}'`],
        styleSrc: ourselves,
        imgSrc: ourselves,
        fontSrc: ourselves,
        connectSrc: ourselves,
        formAction: ourselves,
        baseUri: nothing,
        objectSrc: nothing,
        frameAncestors: nothing,
      },
    },
    strictTransportSecurity: overTls ? { maxAge: year, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  }),
  (_req, res, next) => {
    res.setHeader('Permissions-Policy', unusedPowers)
    next()
  },
]

/** Pages are about people's work: nothing between us and their eyes keeps a copy. */
export const keepNoCopies: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store')
  next()
}

const inUse = ['GET', 'HEAD', 'POST', 'PATCH']

/** Other methods lead nowhere here. */
export const onlyMethodsInUse: RequestHandler = (req, res, next) => {
  if (inUse.includes(req.method)) next()
  else plainly(res.setHeader('Allow', inUse.join(', ')), 405, `${req.method} is not used here.`)
}

/** A host's name without its port, and without the brackets of an IPv6 address. */
const nameOf = (host: string) =>
  host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')

/**
 * Refuses requests made in another site's name. Ours is the one in PUBLIC_URL; addresses and bare names ("localhost", the
 * name of a container) are how machines call us.
 */
export function onlyUnderOurName(publicUrl: string): RequestHandler {
  const ours = new URL(publicUrl).hostname
  const isOurs = (name: string) => name === ours || isIP(name) !== 0 || !name.replace(/\.localhost$/, '').includes('.')
  return (req, res, next) => {
    if (isOurs(nameOf(req.headers.host ?? ''))) next()
    else plainly(res, 421, `This service is at ${publicUrl}`)
  }
}

function plainly(res: Response, status: number, says: string): void {
  res.status(status).type('text/plain').send(`${says}\n`)
}
