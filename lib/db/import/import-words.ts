import type { Verdict } from "@/lib/compliance/assessment";
import type { Answers, DecidedWords, WordField } from "@/lib/import/answers";
import type { Field, ImportKind as FileKind } from "@/lib/import/fields";
import {
  type Delimiter as FileDelimiter,
  type Encoding as FileEncoding,
  DELIMITERS as READ_DELIMITERS,
  ENCODINGS as READ_ENCODINGS,
} from "@/lib/import/file-format";
import type { Original } from "@/lib/import/mend";
import type { ColumnReading } from "@/lib/import/read-import";
import type { ReadingOptions } from "@/lib/import/reading-options";
import type { Refusal } from "@/lib/import/refusal";
import type { IssueCode, NoticeCode } from "@/lib/import/row-issue";
import type { Target } from "@/lib/import/targets";
import type { UndoCounts } from "./undo-words";

export const KINDS = [
  "roster",
  "crossings",
  "grounds",
  "residents",
  "authority",
] as const satisfies readonly FileKind[];
export type ImportKind = FileKind;
export type ImportField = Field;
/** What a column is read as: a field, or a part of one. */
export type ImportTarget = Target;

/** In which a text may be read, and by what its cells may be parted. */
export const ENCODINGS: readonly FileEncoding[] = READ_ENCODINGS;
export type Encoding = FileEncoding;
export const DELIMITERS: readonly FileDelimiter[] = READ_DELIMITERS;

export const IMPORT_STATES = [
  "uploaded",
  "reading",
  "ready",
  "committing",
  "committed",
  "undoing",
  "undone",
  "refused",
  "failed",
  "discarded",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What would become, or became, of a row; `conflict`: it contradicts another row, or what is known; `aside`: it is no row of the list (totals, signatures) and is left out. */
export const OUTCOMES = [
  "wrong",
  "conflict",
  "unknownStudent",
  "toConfirm",
  "leftOut",
  "new",
  "changed",
  "unchanged",
  "repeated",
  "aside",
] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Rows that would not be written. */
export const STAYING_OUT = ["wrong", "conflict", "unknownStudent", "toConfirm", "leftOut"] as const;
export type OutcomeCounts = Readonly<Partial<Record<Outcome, number>>>;

/** How many rows would not be written. */
export function stayingOut(counts: OutcomeCounts | null): number {
  return STAYING_OUT.reduce((sum, outcome) => sum + (counts?.[outcome] ?? 0), 0);
}

/** What the page shows while a job runs; done and total count rows. */
export type ImportProgress = {
  stage: "reading" | "comparing" | "writing" | "undoing";
  done: number;
  /** Left out where it is not known yet. */
  total?: number;
  /** How often the work was begun, where it was begun more than once: a process may have died of it. */
  attempt?: number;
};

/** Why an import stands still: a fault of the file, or of the job. */
export type ImportProblem =
  | Refusal
  | { code: "unexpected" }
  | { code: "notWritten" | "leftOutChanged" | "notUndone" | "undoChanged" };

/** How a file was read, as the page tells it; what was not known of older imports is left out. */
export type ReadFormat = {
  type: "csv" | "xlsx";
  encoding?: Encoding;
  delimiter?: string;
  /** The first decoded lines. */
  sample?: string[];
  sheet?: string;
  sheets?: { name: string; rows: number | null; hidden: boolean }[];
  /** 0-based. */
  hiddenColumns?: number[];
  externalLinks?: boolean;
  mergedAreas?: string[];
  /** Rows above the heading, which were not read. */
  titles?: { rowNo: number; text: string }[];
  headerRows?: number;
  /** The dormitory of all rows is the one that a row above the heading names. */
  dormitoryFromTitle?: boolean;
  header: string[];
  /** The last row of the heading. */
  headerRowNo?: number;
  unmapped?: number[];
  columns?: ColumnReading[];
  /** The earlier import whose mapping was used, and how its columns differ. */
  recalled?: {
    by: string | null;
    at: string;
    moved: string[];
    vanished: string[];
    added: string[];
    /** Its values for all rows. */
    constants: Answers["constants"];
  };
};

/** How a written import was, or is to be, taken back. */
export type ImportUndo = {
  /** What was shown to whoever agreed, in one text. */
  agreement?: string;
  /** What it came to; once it is done. */
  counts?: UndoCounts;
};

/** What an import that is ready would mean for students, found out after it was read. */
export type ImportEffect =
  | {
      /** YYYY-MM-DD: the verdicts are those of this day. */
      asOf: string;
      /** Students whom its new and changed rows are about. */
      students: number;
      /** Of a log: the file that was written before it, whose students are missed; null: it is the first. */
      lastLog: { id: string; fileName: string } | null;
    }
  | { failed: true };

/**
 * verdict: stands otherwise; added: new; absent: known, but not in the roster; vanished: in the last log only. Of a
 * dormitory list: housed: it is known now where the student lives; moved: lives elsewhere than was known; movedOut: has
 * left; unlisted: lives in one of its dormitories by our records, but is not in it. Of an authority's answer: what it
 * answered; unanswered: on a list that it answers, but not in it.
 */
export type EffectKind =
  | "verdict"
  | "added"
  | "housed"
  | "moved"
  | "movedOut"
  | "vanished"
  | "absent"
  | "unlisted"
  | "registered"
  | "refused"
  | "returned"
  | "unanswered";

/** Students for whom an import means the same, the first of them by name. */
export type EffectGroup = {
  count: number;
  students: EffectStudent[];
} & (
  | { kind: Exclude<EffectKind, "unanswered">; before: Verdict | null; after: Verdict | null }
  /** `before`: the number of the list. */
  | { kind: "unanswered"; before: string; after: null }
);

/** Of a student who is added there is no key yet, but a row. */
export type EffectStudent = { studentId: number | null; rowNo: number | null; name: string };

export type ImportRecord = {
  id: string;
  kind: ImportKind;
  state: ImportState;
  fileName: string;
  fileSize: number;
  fileHash: string;
  storageKey: string;
  format: ReadFormat | null;
  /** What a person decided about how the file is read. */
  reading: ReadingOptions | null;
  /** What each column is read as; null: not read. */
  mapping: (ImportTarget | null)[] | null;
  /** What a person answered about the file as a whole; null: nothing. */
  answers: Answers | null;
  /** What the institution had decided that words mean when the file was read; null: not read yet. */
  words: DecidedWords | null;
  counts: OutcomeCounts | null;
  progress: ImportProgress | null;
  problem: ImportProblem | null;
  createdBy: string | null;
  createdByName: string | null;
  createdAt: Date;
  committedAt: Date | null;
  effect: ImportEffect | null;
  undo: ImportUndo | null;
  undoneBy: string | null;
  undoneByName: string | null;
  undoneAt: Date | null;
  /** Counts what people did to its rows. */
  mendVersion: number;
  /** The version with which its rows were read. */
  checkedVersion: number;
};

/** Whether something was mended that has not been checked: until then nothing of the file is written. */
export function hasUncheckedMends(record: {
  mendVersion: number;
  checkedVersion: number;
}): boolean {
  return record.mendVersion !== record.checkedVersion;
}

/** Found by comparing rows with each other and with the database; the others by reading. */
export type RemarkCode =
  | IssueCode
  | NoticeCode
  | "documentOfAnother"
  | "conflictingRows"
  | "earlierStay"
  | "livesElsewhere"
  | "emptyCellKept"
  | "livesThereNoMore"
  | "endStays"
  | "onNoList"
  | "notOnThatList"
  | "otherRegistration"
  | "personRemembered"
  | "knownUnderOtherNumber";

/** Something said of a row: a code with the field and column that it is about. */
export type RowRemark = {
  code: RemarkCode;
  field: ImportField | null;
  /** 0-based; null where the whole row is meant. */
  column: number | null;
  value: string;
  params: Record<string, string | number>;
};

/** A kind of remark with how many rows have it and the first of them. */
export type RemarkGroup = {
  code: RemarkCode;
  field: ImportField | null;
  outcome: Outcome;
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
};

export type { WordField };

/** A word that the lists do not know, or whose meaning the institution has decided, and where it stands. */
export type WordGroup = {
  field: WordField;
  word: string;
  /** What it was read as, by the institution's decision; null: not decided. */
  meaning: string | null;
  count: number;
  /** The first rows that have it. */
  rows: number[];
};

/** A question about the file as a whole: how many rows wait for its answer, and the first cells. */
export type FileQuestion = {
  code: "ambiguousDate" | "serialDate" | "lostZero";
  count: number;
  rows: number[];
  examples: string[];
};
