/** A page of ours, written plainly: what else could stand here could lead somewhere else. */
const ownPage = /^\/(returns|team|network|admin|account|invitations)(\/[\w.~-]+)*(\?[\w.~%&=+,-]*)?$/

/** Where somebody wanted to go before they were asked to sign in; undefined for anything that is not a page of ours. */
export const onwards = (next: unknown): string | undefined =>
  typeof next === 'string' && next.length <= 500 && ownPage.test(next) ? next : undefined
