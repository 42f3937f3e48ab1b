const GUARDED = /^'(?='*[=+\-@\t\r\n])/;

/** A cell without the apostrophe that exports put before what a spreadsheet would take for a formula. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && GUARDED.test(cell) ? cell.slice(1) : cell;
}
