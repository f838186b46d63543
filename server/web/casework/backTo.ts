/** Lists of the network, which a form may lead back to. */
const list = /^\/network\/collections\/[a-z0-9-]+(\?[\w=&%.+~-]*)?(#list)?$/

/** Where a form leads when it is done: to the list it was sent from, or else to the page of the return. */
export const backTo = (asked: string | undefined, returnId: string): string =>
  asked !== undefined && list.test(asked) ? asked : `/network/returns/${returnId}`
