import type { FileFormat } from "./file-format";
import type { Refusal } from "./refusal";

/** A row as it stands in the file; rowNo counts from 1, the header included, as a spreadsheet shows it. */
export type TableRow = {
  rowNo: number;
  cells: string[];
  /** The sheet does not show this row. */
  hidden?: true;
  /** Columns (0-based) whose values are the stored results of formulas. */
  formulas?: readonly number[];
};

/**
 * A file that could be read as rows of text cells, whatever it was; each call begins anew. Rows come in batches, as they
 * come out of the file: one by one each would be waited for several times.
 */
export type OpenTable = {
  format: FileFormat;
  batches: () => AsyncGenerator<readonly TableRow[]>;
};

export type Table = OpenTable | { refused: Refusal };

/** What comes in batches, one by one. */
export async function* oneByOne<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const batch of batches) yield* batch;
}
