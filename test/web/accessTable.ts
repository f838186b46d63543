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
const whoeverIsSignedIn = actors.filter((actor) => actor !== 'anonymous')
const everyEmployer = only('preparer', 'contributor', 'signatory', 'other')
/** The people of the employer whose return it is. */
const itsPeople = only('preparer', 'contributor', 'signatory')
const preparers = only('preparer', 'other')
const everyStaff = only('network', 'analyst', 'admin')
const analysts = only('analyst', 'admin')
const administrators = only('admin')
/** Other systems, by their token: nobody here has one. */
const programs = only()

/** Every way in, and for whom it is (contract, "Roles" and "Pages"). A route that has no line here fails the tests. */
export const access: Readonly<Record<string, readonly Actor[]>> = {
  'GET /': everybody,
  'GET /accessibility': everybody,
  'GET /privacy': everybody,
  'GET /contact': everybody,
  'GET /sign-in': everybody,
  'POST /sign-in': everybody,
  'POST /sign-out': everybody,
  'GET /forgotten-password': everybody,
  'POST /forgotten-password': everybody,
  'GET /password/:token': everybody,
  'POST /password/:token': everybody,
  'GET /invitations/:token': everybody,
  'POST /invitations/:token': everybody,
  'GET /account': whoeverIsSignedIn,
  'POST /account/password': whoeverIsSignedIn,
  'POST /account/ended-sessions': whoeverIsSignedIn,

  'GET /team': preparers,
  'POST /team/invitations': preparers,
  'POST /team/invitations/:id/revocation': preparers,
  'GET /team/people/:id': only('preparer'),
  'POST /team/people/:id/role': only('preparer'),
  'POST /team/people/:id/removal': only('preparer'),
  'GET /team/hand-over': preparers,
  'POST /team/hand-over': preparers,
  'GET /team/returns/:id/sections': only('preparer'),
  'POST /team/returns/:id/assignments': only('preparer'),
  'POST /team/returns/:id/assignments/removal': only('preparer'),

  'GET /returns': everyEmployer,
  'GET /returns/:id': itsPeople,
  'GET /returns/:id/sections/:section': itsPeople,
  'POST /returns/:id/sections/:section': only('preparer', 'contributor'),
  'PATCH /returns/:id/sections/:section': only('preparer', 'contributor'),
  'GET /returns/:id/check': itsPeople,
  'GET /returns/:id/history': [...itsPeople, ...everyStaff],
  'POST /returns/:id/signature-request': only('preparer'),
  'GET /returns/:id/sign-off': only('signatory'),
  'POST /returns/:id/signature-request/refusal': only('signatory'),
  'POST /returns/:id/submission': only('signatory'),
  'POST /returns/:id/withdrawal': only('preparer', 'signatory'),
  'GET /returns/:id/receipt': itsPeople,
  'GET /returns/:id/reopening-requests': itsPeople,
  'POST /returns/:id/reopening-requests': itsPeople,
  'GET /returns/:id/questions': itsPeople,
  'POST /returns/:id/questions': itsPeople,
  'GET /help/:code': whoeverIsSignedIn,
  'GET /returns/:id/workbook.xlsx': itsPeople,
  'POST /returns/:id/workbook.xlsx': only('preparer', 'contributor'),
  'GET /returns/:id/workbook': only('preparer', 'contributor'),
  'GET /returns/:id/workbook/changes': only('preparer', 'contributor'),
  'POST /returns/:id/workbook/confirmation': only('preparer', 'contributor'),

  'GET /network': everyStaff,
  'GET /network/collections': everyStaff,
  'GET /network/collections/:code': everyStaff,
  'GET /network/collections/:code.csv': everyStaff,
  'GET /network/collections/:code/dictionary': everyStaff,
  'GET /network/collections/:code/exports': analysts,
  'GET /network/collections/:code/exports/answers-long.csv': analysts,
  'GET /network/collections/:code/exports/answers-wide.csv': analysts,
  'GET /network/collections/:code/exports/dictionary.csv': analysts,
  'GET /network/collections/:code/exports/return-book.xlsx': analysts,
  'GET /network/returns/:id': everyStaff,
  'GET /network/returns/:id/sections/:section': everyStaff,
  'POST /network/returns/:id/reopening': administrators,
  'POST /network/returns/:id/extension': administrators,
  'GET /admin': administrators,
  'GET /admin/audit': administrators,
  'GET /admin/clock': administrators,
  'POST /admin/clock': administrators,
  'GET /admin/collections': administrators,
  'GET /admin/collections/:code': administrators,
  'POST /admin/collections/:code': administrators,
  'GET /admin/organisations': administrators,
  'GET /admin/organisations/new': administrators,
  'POST /admin/organisations': administrators,
  'GET /admin/organisations/:id': administrators,
  'POST /admin/organisations/:id': administrators,
  'GET /admin/people': administrators,
  'GET /admin/people/new': administrators,
  'POST /admin/people': administrators,
  'GET /admin/people/:id': administrators,
  'POST /admin/people/:id': administrators,
  'POST /admin/people/:id/access': administrators,
  'POST /admin/people/:id/membership': administrators,
  'POST /admin/people/:id/staff-role': administrators,
  'GET /network/questions': everyStaff,
  'POST /network/questions/:id/answer': only('network', 'admin'),
  'GET /network/post': everyStaff,
  'GET /network/post/:id': everyStaff,
  'GET /admin/tokens': administrators,
  'POST /admin/tokens': administrators,
  'POST /admin/tokens/:id/revocation': administrators,
  'GET /api/v1/openapi.json': everybody,
  'GET /api/v1/collections': programs,
  'GET /api/v1/collections/:code': programs,
  'GET /api/v1/organisations': programs,
  'GET /api/v1/collections/:code/returns': programs,
  'GET /api/v1/collections/:code/answers': programs,
  'GET /api/v1/returns/:id': programs,
  'GET /api/v1/returns/:id/submissions': programs,
  'GET /api/v1/submissions/:id': programs,
}
