/** A cell, in quotes where it holds a tab, a line break or a quotation mark, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;

/** The cells that a spreadsheet has put on the clipboard as text, line by line: tabs part cells, line breaks part lines. The break at the end begins no line. */
export function pastedCells(text: string): string[][] {
  const lines: string[][] = [[]];
  CELL.lastIndex = 0;
  for (let match = CELL.exec(text); match !== null; match = CELL.exec(text)) {
    const [, quoted, plain = "", end = ""] = match;
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end === "\t") continue;
    if (CELL.lastIndex >= text.length) break;
    lines.push([]);
  }
  return lines;
}
