import type { DateRead } from "@/lib/import/dates-read";
import type { Original } from "@/lib/import/mend";
import type { IssueCode, NoticeCode } from "@/lib/import/row-issue";
import type { ImportField, Outcome } from "./import-words";

/** Found by comparing rows with each other and with the database; the others by reading. */
export type RemarkCode =
  | IssueCode
  | NoticeCode
  | "documentOfAnother"
  | "conflictingRows"
  | "peopleShareNumber"
  | "onePersonTwice"
  | "earlierStay"
  | "otherCheckpoint"
  | "livesElsewhere"
  | "stayToCome"
  | "stayBeginsLater"
  | "emptyCellKept"
  | "livesThereNoMore"
  | "endStays"
  | "onNoList"
  | "notOnThatList"
  | "otherRegistration"
  | "beforeRequest"
  | "numberTwice"
  | "numberOfAnother"
  | "numberLooksAlike"
  | "otherReplaced"
  | "personRemembered"
  | "leftOutRemembered"
  | "knownUnderOtherNumber"
  | "mergedRow"
  | "mergedField"
  | "mergedRowsDiffer"
  | "mergedRowsBoth"
  | "givenAtSplit"
  | "leftAtSplit";

/** Something said of a row: a code with the field and column that it is about. */
export type RowRemark = {
  code: RemarkCode;
  field: ImportField | null;
  /** 0-based; null where the whole row is meant. */
  column: number | null;
  value: string;
  params: Record<string, string | number>;
};

/**
 * A kind of remark with how many rows have it and the first of them. `value` and `params` are those that all of them
 * have; "" and none where they differ.
 */
export type RemarkGroup = Pick<RowRemark, "code" | "field" | "value" | "params"> & {
  count: number;
  rows: number[];
};

/** `field` is a key of a fact of the import's kind; "" stands for nothing. */
export type RowChange = { field: string; old: string; new: string };

export type ImportRowRecord = {
  /** As a spreadsheet shows it, the header included. */
  rowNo: number;
  /** 1 for the second crossing of one row of the file, else 0. */
  part: number;
  outcome: Outcome;
  studentId: number | null;
  /** Name of the student that the row was found to belong to. */
  studentName: string | null;
  /** As they were read, mended ones too. */
  cells: string[];
  /** What the file has in the mended ones. */
  original: Original;
  issues: RowRemark[];
  changes: RowChange[];
  /** Its dates that could have been read otherwise; left out: nobody asked for them. */
  dates?: readonly DateRead[];
};
