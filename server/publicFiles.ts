import { readdirSync } from 'node:fs'
import express, { type RequestHandler } from 'express'

/** What lies in a folder for everybody. Only what begins with a name that was there at the start is looked for on disk. */
export function publicFiles(folder: string): RequestHandler {
  const names = new Set(readdirSync(folder))
  const serve = express.static(folder, { index: false, maxAge: '10m' })
  return (req, res, next) => {
    if (names.has(req.path.split('/')[1] ?? '')) serve(req, res, next)
    else next()
  }
}
