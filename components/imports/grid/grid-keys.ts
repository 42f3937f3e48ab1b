/** A place in the grid: the row by its place among those that are shown; column -1 is the row's head. */
export type Place = { row: number; column: number };

/** How large the grid is; `page`: rows that are seen at once. */
export type Extent = { rows: number; columns: number; page: number };

const HEAD = -1;

function within({ row, column }: Place, { rows, columns }: Extent): Place {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(HEAD, Math.min(columns - 1, column)),
  };
}

/** Where a key leads from a place, as in a spreadsheet; null: the key does not move. */
export function moved(
  { row, column }: Place,
  { key, control }: { key: string; control: boolean },
  extent: Extent,
): Place | null {
  const to = (place: Partial<Place>) => within({ row, column, ...place }, extent);
  switch (key) {
    case "ArrowUp":
      return to({ row: control ? 0 : row - 1 });
    case "ArrowDown":
      return to({ row: control ? extent.rows - 1 : row + 1 });
    case "ArrowLeft":
      return to({ column: control ? HEAD : column - 1 });
    case "ArrowRight":
      return to({ column: control ? extent.columns - 1 : column + 1 });
    case "PageUp":
      return to({ row: row - extent.page });
    case "PageDown":
      return to({ row: row + extent.page });
    case "Home":
      return to(control ? { row: 0, column: HEAD } : { column: HEAD });
    case "End":
      return to({ column: extent.columns - 1, ...(control && { row: extent.rows - 1 }) });
    default:
      return null;
  }
}

/** The next cell in the order of reading, or the one before; at the ends the same. */
export function nextCell({ row, column }: Place, back: boolean, extent: Extent): Place {
  const at = row * extent.columns + column + (back ? -1 : 1);
  const last = extent.rows * extent.columns - 1;
  const place = Math.max(0, Math.min(last, at));
  return { row: Math.floor(place / extent.columns), column: place % extent.columns };
}
