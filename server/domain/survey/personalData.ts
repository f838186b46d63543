const NHS_NUMBER = /(?<![\d])(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?![\d])/g
const NATIONAL_INSURANCE =
  /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/i
const BIRTH = /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b[^\d]{0,12}\d{1,2}[/. -]/i
const OLD_DATE = /\b\d{1,2}[/.-]\d{1,2}[/.-](?:19\d{2}|200[0-4])\b/

/** What kind of personal data a text seems to contain, if any (rule Q04). */
export function findPersonalData(text: string): string | undefined {
  if ([...text.matchAll(NHS_NUMBER)].some(([, ...parts]) => isNhsNumber(parts.join('')))) return 'an NHS number'
  if (NATIONAL_INSURANCE.test(text)) return 'a National Insurance number'
  if (BIRTH.test(text) || OLD_DATE.test(text)) return 'a date of birth'
  return undefined
}

/** The tenth digit of an NHS number checks the other nine, modulo 11. */
function isNhsNumber(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}
