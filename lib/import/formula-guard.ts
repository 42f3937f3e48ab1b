const APOSTROPHE = 39;
const GUARDED = /^'(?='*[=+\-@\t\r\n])/;

/** A cell without the apostrophe that exports put before what a spreadsheet would take for a formula. */
export function withoutGuard(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && GUARDED.test(cell) ? cell.slice(1) : cell;
}
