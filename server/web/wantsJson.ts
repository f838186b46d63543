import type { Request } from 'express'

/** Scripts and programs are answered in their own language. */
export const wantsJson = (req: Request): boolean =>
  req.method === 'PATCH' ||
  req.path.startsWith('/api/') ||
  req.is('json') === 'json' ||
  req.accepts(['html', 'json']) === 'json'
