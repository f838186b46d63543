/**
 * What spreadsheet programs may take for a formula: the signs one begins with, also wide ones, and also after a space, a
 * quotation mark or something that is not seen; and what would begin another cell or line.
 */
const DANGEROUS = /^[\t\r\n\0]|^[\s"'\0\u200B\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u

/** A text that no program takes for a formula: a quotation mark before it says that it is text. A dash alone is none. */
export const harmless = (text: string): string => (text !== '-' && DANGEROUS.test(text) ? `'${text}` : text)
