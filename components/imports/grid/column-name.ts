/** A column as a spreadsheet calls it: A, B … Z, AA. `column` is 0-based. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
