/** What a spreadsheet takes for the beginning of a formula, behind apostrophes or not. */
const FORMULA = /^'*[=+\-@\t\r\n]/;
/** Letters that neither XML nor a CSV that others read may hold. */
const UNWRITABLE = /[^\P{C}\t\n\r\p{Cf}\p{Co}]/gu;

/**
 * Text as both writers put it into a cell: no control characters or halves of letters, and an
 * apostrophe before what a spreadsheet might run as a formula. The importer takes exactly one
 * apostrophe off again, so that what was exported comes back unchanged.
 */
export function cleanText(text: string): string {
  const writable = text.replace(UNWRITABLE, "");
  return FORMULA.test(writable) ? `'${writable}` : writable;
}
