import type { Replacement } from "./mend";

const OUTER = /^[ \t\r\n\u00A0]+|[ \t\r\n\u00A0]+$/g;

/** A cell without outer spaces, as replacements of whole cells compare it. */
export function withoutOuterSpaces(cell: string): string {
  return cell.replace(OUTER, "");
}

/** What a replacement makes of a cell; null where it does not concern it. */
export function replaced(cell: string, { find, whole, text }: Replacement): string | null {
  if (whole) return withoutOuterSpaces(cell) === find ? text : null;
  return find !== "" && cell.includes(find) ? cell.split(find).join(text) : null;
}
