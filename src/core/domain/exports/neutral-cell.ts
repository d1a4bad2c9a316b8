const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/
const NEUTRALISED = /^'+[=+\-@\t\r]/

/**
 * A spreadsheet runs a cell that begins with = + - @, a tab or a return as a formula (OWASP, CSV injection). An
 * apostrophe in front makes it text. Apostrophes already there count too, so that `readNeutralCell` undoes it exactly.
 */
export function neutralCell(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text
}

/** Takes away what {@link neutralCell} put in front; any other text stays as it is. */
export function readNeutralCell(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text
}
