import type { ImportKind } from "../fields";
import type { ImportOptions } from "../import-options";
import type { Refusal } from "../refusal";
import type { AsideCode, IssueCode, NoticeCode } from "../row-issue";

/** What is expected of a file that is read: every filled row below the heading stands in exactly one of these. */
export type ExpectedRows = {
  /** Filled rows below the heading, as whoever made the file counts them. */
  rows: number;
  /** Facts read; a row with an entry and an exit gives two. */
  facts: number;
  /** Rows with errors: by number the codes of all that is wrong. */
  wrong?: Readonly<Record<number, readonly IssueCode[]>>;
  /** Rows that are no rows of the list: what they are. */
  aside?: Readonly<Record<number, AsideCode>>;
  /** Rows that are read with a remark: by number the codes. */
  told?: Readonly<Record<number, readonly NoticeCode[]>>;
  /** What becomes of them in an office whose roster is CORPUS_ROSTER. */
  outcomes: Readonly<Record<string, number>>;
};

/** A file as an office has it, who makes such files, and what must become of it. */
export type UglyFile = {
  name: string;
  kind: ImportKind;
  bytes: () => Uint8Array | Promise<Uint8Array>;
  /** What a person has decided about it beforehand. */
  decided?: Pick<ImportOptions<ImportKind>, "reading" | "answers">;
  expected: ExpectedRows | { refused: Refusal };
};

/** Students whom the office knows: S-1 to S-9, each with a passport N10000001 to N10000009. */
export const CORPUS_ROSTER = [
  "student_no,last_name,first_name,citizenship,document_no",
  ...Array.from({ length: 9 }, (_, n) => `S-${n + 1},STUDENT,NUMBER,KZ,N1000000${n + 1}`),
  "",
].join("\n");

/** Lines as a text in UTF-8 that ends with a line end. */
export function lines(...all: readonly string[]): Uint8Array {
  return Buffer.from(`${all.join("\n")}\n`);
}

/** A crossing log in the plainest form: so many good rows. */
export const LOG_HEADING = "student_no,direction,at";
export const LOG_ROWS = ["S-1,entry,2025-09-01", "S-2,exit,2025-09-02"] as const;
export const TWO_NEW = { rows: 2, facts: 2, outcomes: { new: 2 } } as const;
