/** 1 is A, 27 is AA. */
export const columnLetter = (column: number): string =>
  column > 26
    ? columnLetter(Math.floor((column - 1) / 26)) + columnLetter(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)
