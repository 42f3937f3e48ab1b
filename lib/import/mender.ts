import { isBlank } from "./header/read-head";
import { hasFixedWidth, type Mend, type Original, placeOf } from "./mend";
import { replaced } from "./replaced";
import { asideOf } from "./rows/aside";
import type { TableRow } from "./table";

type CellMend = Extract<Mend, { kind: "cell" }>;
type ReplaceMend = Extract<Mend, { kind: "replace" }>;

/** A row with what was mended in it. */
export type MendedRow = TableRow & {
  /** Left out where nothing was mended. */
  original?: Original;
  /** A person has left the row out. */
  leftOut?: true;
};

/** Acts and how many cells or rows each has changed so far. */
export type MendHits = Map<number, number>;

/**
 * Mends rows as a person with the file open would have, act by act. A cell that does not hold any more what it held
 * when it was mended keeps what it holds; so does everything where rows and columns are numbered otherwise now.
 */
export class Mender {
  readonly #ofRow = new Map<number, CellMend[]>();
  readonly #replacements: ReplaceMend[] = [];
  readonly #leftOut = new Map<number, number>();
  readonly #fixedWidth: boolean;
  readonly #hits: MendHits;

  constructor(
    mends: readonly Mend[],
    format: Parameters<typeof placeOf>[0],
    hits: MendHits = new Map(),
  ) {
    this.#fixedWidth = hasFixedWidth(format);
    this.#hits = hits;
    const place = placeOf(format);
    const inOrder = mends.filter((mend) => mend.place === place).sort((a, b) => a.act - b.act);
    for (const mend of inOrder) this.#sortIn(mend);
  }

  #sortIn(mend: Mend): void {
    switch (mend.kind) {
      case "cell":
        this.#ofRow.set(mend.rowNo, [...(this.#ofRow.get(mend.rowNo) ?? []), mend]);
        break;
      case "replace":
        this.#replacements.push(mend);
        break;
      case "leaveOut":
        this.#leftOut.set(mend.rowNo, mend.act);
        break;
      // It mends no cell: the rows are compared with it.
      case "takeFile":
        break;
    }
  }

  mend(row: TableRow): MendedRow {
    const act = this.#leftOut.get(row.rowNo);
    if (act !== undefined) this.#hit(act);
    const mended = this.#mendCells(row);
    return act === undefined ? mended : { ...mended, leftOut: true };
  }

  #mendCells(row: TableRow): MendedRow {
    const own = this.#ofRow.get(row.rowNo) ?? [];
    const replacements = this.#replacements;
    if (own.length + replacements.length === 0) return row;
    const cells = [...row.cells];
    for (const one of inOrder(own, replacements)) {
      if (one.kind === "cell") this.#setCell(row.cells, cells, one);
      // What is no row of the list (totals, signatures, a row that was emptied) is not filled in.
      else if (one.find !== "" || (asideOf(row.cells) === null && !isBlank(cells)))
        this.#replace(cells, one);
    }
    return withOriginal(row, cells);
  }

  #setCell(before: readonly string[], cells: string[], { column, was, text, act }: CellMend): void {
    const found = before[column]?.replaceAll("\0", "\uFFFD") ?? null;
    if (found === was) this.#put(cells, column, text, act);
  }

  #replace(cells: string[], mend: ReplaceMend): void {
    const columns = mend.column === null ? cells.keys() : [mend.column];
    for (const column of columns) {
      const cell = cells[column] ?? (this.#fixedWidth ? null : "");
      const text = cell === null ? null : replaced(cell, mend);
      if (text !== null && text !== cell) this.#put(cells, column, text, mend.act);
    }
  }

  #put(cells: string[], column: number, text: string, act: number): void {
    while (cells.length < column) cells.push("");
    cells[column] = text;
    this.#hit(act);
  }

  #hit(act: number): void {
    this.#hits.set(act, (this.#hits.get(act) ?? 0) + 1);
  }
}

function* inOrder(
  own: readonly CellMend[],
  replacements: readonly ReplaceMend[],
): Generator<CellMend | ReplaceMend> {
  let at = 0;
  for (const one of replacements) {
    for (let mend = own[at]; mend && mend.act < one.act; mend = own[at]) {
      yield mend;
      at += 1;
    }
    yield one;
  }
  yield* own.slice(at);
}

/** The row with its new cells; a cell that was mended is no formula's any more. */
function withOriginal(row: TableRow, cells: string[]): MendedRow {
  const original = cells.flatMap((text, column): [number, string | null][] =>
    text === row.cells[column] ? [] : [[column, row.cells[column] ?? null]],
  );
  if (original.length === 0) return row;
  const mended: MendedRow = { ...row, cells, original };
  if (row.formulas === undefined) return mended;
  const columns = new Set(original.map(([column]) => column));
  return { ...mended, formulas: row.formulas.filter((column) => !columns.has(column)) };
}
