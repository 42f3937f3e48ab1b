import type { ImportKind, Requirement } from "./fields";
import type { Encoding } from "./file-format";
import type { Target } from "./targets";

/** Why a file as a whole is not read. Closed, with parameters, without words. Rows count from 1, columns from 0. */
export type Refusal =
  | { code: "emptyFile" }
  | { code: "blankFile" }
  | { code: "notATable"; found: FoundInstead }
  | { code: "oldXls" }
  | { code: "macroWorkbook" }
  | { code: "passwordProtected" }
  | { code: "brokenFile" }
  | { code: "tooLarge"; bytes: number; limit: number }
  | { code: "zipBomb" }
  | { code: "unknownEncoding" }
  | { code: "wrongEncoding"; encoding: Encoding }
  | { code: "noSuchSheet"; sheet: string }
  | { code: "unclosedQuote"; row: number }
  | { code: "recordTooLong"; row: number; limit: number }
  | { code: "noRows" }
  | { code: "twoHeaderRows" }
  | { code: "missingColumns"; missing: readonly Requirement[] }
  /** The columns have no names, and nothing tells which of them are the missing ones. `row`: the first one of data. */
  | { code: "noHeading"; row: number; missing: readonly Requirement[] }
  | { code: "wrongKind"; chosen: ImportKind; looksLike: ImportKind }
  | {
      code: "duplicateColumns";
      duplicates: readonly { field: Target; columns: readonly number[] }[];
    }
  | { code: "tooManyColumns"; columns: number; limit: number }
  | { code: "tooManyRows"; limit: number }
  | { code: "badMapping" };

export type FoundInstead =
  | "picture"
  | "pdf"
  | "archive"
  | "document"
  | "html"
  | "binaryWorkbook"
  | "openDocument"
  | "binary";

/** Thrown out of the rows where a fault shows only on the way (a quote that never closes, a broken archive). */
export class ImportRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = "ImportRefused";
    this.refusal = refusal;
  }
}
