import "server-only";

const MOST_ROWS = 200;
/** About so many letters of cells at most. */
const MOST_LETTERS = 1 << 16;

/** Rows of a file that follow each other and are kept together: their cells, one row a line, as COPY takes them. */
export class RowBlock {
  readonly #no: number;
  #rows = 0;
  #cells = "";

  constructor(no: number) {
    this.#no = no;
  }

  /** The block in which the next row stands: this one or a new one. The facts of one row stay together. */
  blockOf({ part }: { part: number }): RowBlock {
    const isFull = this.#rows >= MOST_ROWS || this.#cells.length >= MOST_LETTERS;
    return isFull && part === 0 ? new RowBlock(this.#no + 1) : this;
  }

  /** Takes a row's cells in, a JSON array escaped for COPY; returns the block's number. */
  add(cells: string): number {
    this.#cells += this.#rows === 0 ? cells : `\\n${cells}`;
    this.#rows += 1;
    return this.#no;
  }

  /** How the line of the row that was added last ends: with the cells of all rows, if it is the last, else with none. */
  endOfLine(isLast: boolean): string {
    if (this.#rows === 0) return "";
    return isLast ? `\t${this.#cells}\n` : "\t\\N\n";
  }
}
