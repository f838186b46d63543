/** Everybody who may stand at the door. `other` prepares another employer's return; the contributor has section F. */
export const actors = [
  'anonymous',
  'preparer',
  'contributor',
  'signatory',
  'other',
  'network',
  'analyst',
  'admin',
] as const

export type Actor = (typeof actors)[number]

/** Whom a route answers. To all others it does not exist; who is signed out is asked to sign in. */
const only = (...those: Actor[]): readonly Actor[] => those

const everybody = actors
const everyEmployer = only('preparer', 'contributor', 'signatory', 'other')
/** The people of the employer whose return it is. */
const itsPeople = only('preparer', 'contributor', 'signatory')
const everyStaff = only('network', 'analyst', 'admin')
const administrators = only('admin')

/** Every way in, and for whom it is (contract, "Roles" and "Pages"). A route that has no line here fails the tests. */
export const access: Readonly<Record<string, readonly Actor[]>> = {
  'GET /': everybody,
  'GET /accessibility': everybody,
  'GET /privacy': everybody,
  'GET /contact': everybody,
  'GET /sign-in': everybody,
  'POST /sign-in': everybody,
  'POST /sign-out': everybody,

  'GET /returns': everyEmployer,
  'GET /returns/:id': itsPeople,
  'GET /returns/:id/sections/:section': itsPeople,
  'POST /returns/:id/sections/:section': only('preparer', 'contributor'),
  'PATCH /returns/:id/sections/:section': only('preparer', 'contributor'),
  'GET /returns/:id/check': itsPeople,
  'GET /returns/:id/history': itsPeople,
  'POST /returns/:id/signature-request': only('preparer'),
  'GET /returns/:id/sign-off': only('signatory'),
  'POST /returns/:id/signature-request/refusal': only('signatory'),
  'POST /returns/:id/submission': only('signatory'),
  'POST /returns/:id/withdrawal': only('preparer', 'signatory'),
  'GET /returns/:id/receipt': itsPeople,
  'GET /returns/:id/reopening-requests': itsPeople,
  'POST /returns/:id/reopening-requests': itsPeople,

  'GET /network/collections': everyStaff,
  'GET /network/collections/:code': everyStaff,
  'GET /network/collections/:code.csv': everyStaff,
  'GET /network/returns/:id': everyStaff,
  'GET /network/returns/:id/sections/:section': everyStaff,
  'POST /network/returns/:id/reopening': administrators,
  'POST /network/returns/:id/extension': administrators,
  'GET /network/post': everyStaff,
  'GET /network/post/:id': everyStaff,
}
