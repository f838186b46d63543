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
  'GET /network/collections': everyStaff,
  'GET /network/collections/:code': everyStaff,
  'GET /network/collections/:code.csv': everyStaff,
  'GET /network/returns/:id': everyStaff,
  'GET /network/returns/:id/sections/:section': everyStaff,
  'POST /network/returns/:id/reopening': administrators,
  'POST /network/returns/:id/extension': administrators,
  'GET /network/collections': everyStaff,
  'GET /network/collections/:code': everyStaff,
  'GET /network/collections/:code.csv': everyStaff,
  'GET /network/returns/:id': everyStaff,
  'GET /network/returns/:id/sections/:section': everyStaff,
  'POST /network/returns/:id/reopening': administrators,
  'POST /network/returns/:id/extension': administrators,
  'GET /network/collections/:code': everyStaff,
  'GET /network/collections/:code.csv': everyStaff,
  'GET /network/returns/:id': everyStaff,
  'GET /network/returns/:id/sections/:section': everyStaff,
  'POST /network/returns/:id/reopening': only('admin'),
  'POST /network/returns/:id/extension': only('admin'),
}
