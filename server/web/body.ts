import express, { type Request, type RequestHandler } from 'express'
import multer, { memoryStorage } from 'multer'

/** The biggest page of the survey has about 700 boxes; every box may carry a reason and an explanation. */
const mostFields = 5000
const mostBytes = '1mb'

const kinds = ['application/x-www-form-urlencoded', 'application/json', 'multipart/form-data']

/** `__proto__` is no field of ours: left out, it can become nobody's prototype. */
const withoutPrototype = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value)

const isRecord = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body)

const wrongBody = (status: number, message: string): Error => Object.assign(new Error(message), { status })

const onlyKnownKinds: RequestHandler = (req, _res, next) => {
  if (hasBody(req) && !req.is(kinds)) next(wrongBody(415, 'The body is of a kind that is not read here'))
  else next()
}

const hasBody = (req: Request) =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0

const alwaysARecord: RequestHandler = (req, _res, next) => {
  const body: unknown = req.body ?? {}
  req.body = body
  if (isRecord(body)) next()
  else next(wrongBody(400, 'The body is not an object'))
}

/** Forms stay flat: a field is a text, or a list of them when it was sent more than once. */
export const readBody: RequestHandler[] = [
  onlyKnownKinds,
  express.urlencoded({ extended: false, limit: mostBytes, parameterLimit: mostFields }),
  express.json({ limit: mostBytes, reviver: withoutPrototype }),
  alwaysARecord,
]

const mostFileBytes = 5 * 1024 * 1024

const oneFile = multer({
  storage: memoryStorage(),
  limits: { fileSize: mostFileBytes, files: 1, fields: 50, fieldSize: 10_000, parts: 60 },
  // Browsers send names as UTF-8.
  defParamCharset: 'utf8',
}).single('workbook')

/** How the upload's faults are answered, by what multer calls them. */
const statusOf = (error: { code: string }) => (error.code === 'LIMIT_UNEXPECTED_FILE' ? 400 : 413)

/** A file is read (`req.file`, in memory) only for somebody who is signed in, before the token beside it is looked at. */
export const readUpload: RequestHandler = (req, res, next) => {
  if (!req.is('multipart/form-data')) next()
  else if (!req.user) next(wrongBody(415, 'Files are read only for who is signed in'))
  else
    oneFile(req, res, (error: unknown) => {
      next(error instanceof multer.MulterError ? wrongBody(statusOf(error), error.message) : malformed(error))
    })
}

/** Whatever else is wrong with a file as it arrives is its sender's. */
const malformed = (error: unknown) => (error instanceof Error ? wrongBody(400, error.message) : undefined)
