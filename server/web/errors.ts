/** Thrown by a page that has nothing to show: there is no such thing, or it is not theirs. */
export class NotFound extends Error {
  readonly status = 404
}

/** Thrown when a request was made by another site. */
export class NotFromOurPages extends Error {
  readonly status = 403
}

/** Thrown where a form was sent before, and nobody knows what came of it. */
export class NotKnown extends Error {
  readonly status = 409
}

/** Thrown where somebody has to sign in first. */
export class SignedOut extends Error {
  readonly status = 401
}
