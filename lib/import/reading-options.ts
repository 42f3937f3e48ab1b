import { z } from "zod";
import { DELIMITERS, ENCODINGS } from "./file-format";
import { LIMITS } from "./limits";

/**
 * What a person has decided about how a file is read; whatever is left out is found out from the file.
 * Rows count from 1, as a spreadsheet shows them.
 */
export const readingOptions = z.object({
  encoding: z.enum(ENCODINGS).exactOptional(),
  delimiter: z.enum(DELIMITERS).exactOptional(),
  /** Name of a sheet of the workbook, hidden ones included. */
  sheet: z.string().max(100).exactOptional(),
  /** The first row of the heading. */
  headerRow: z.number().int().min(1).max(LIMITS.sheetRows).exactOptional(),
  /** How many rows the heading takes; 0: there is none, and data begin with `headerRow`, or the first row. */
  headerRows: z.union([z.literal(0), z.literal(1), z.literal(2)]).exactOptional(),
  /** False: rows that a filter or a person has hidden are left out. */
  hiddenRows: z.boolean().exactOptional(),
});

export type ReadingOptions = z.infer<typeof readingOptions>;
