import type { AnswerExample } from "@/lib/import/answer-examples";
import type { AnswerName, Answers, DecidedWords, WordField } from "@/lib/import/answers";
import type { Field, ImportKind as FileKind } from "@/lib/import/fields";
import {
  type Delimiter as FileDelimiter,
  type Encoding as FileEncoding,
  DELIMITERS as READ_DELIMITERS,
  ENCODINGS as READ_ENCODINGS,
} from "@/lib/import/file-format";
import type { ColumnReading } from "@/lib/import/read-import";
import type { ReadingOptions } from "@/lib/import/reading-options";
import type { Refusal } from "@/lib/import/refusal";
import type { Target } from "@/lib/import/targets";
import type { ImportEffect } from "./effect-words";
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

/** What the page shows while a job runs; done and total count rows. Only reading counts as it goes: the other stages are single statements. */
export type ImportProgress = {
  stage: "reading" | "comparing" | "writing" | "undoing";
  done: number;
  /** Left out where it is not known yet. */
  total?: number;
  /** How often the work was begun, where it was begun more than once: a process may have died of it. */
  attempt?: number;
  /** When the stage was begun. */
  since?: string;
};

/** Why an import stands still: a fault of the file, or of the job. */
export type ImportProblem =
  | Refusal
  | { code: "unexpected" }
  | { code: "notWritten" | "agreedChanged" | "notUndone" | "undoChanged" };

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

/** Rows that were to be written and were there by then, and the imports that had written them, as far as their rows tell. */
export type Overtaken = { rows: number; importIds: string[] };

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
  /** Of a log: whether it is compared with the last one, as a person said; null: as that one. */
  comparesLastLog: boolean | null;
  /** What another import had written before it; null: nothing. */
  overtaken: Overtaken | null;
  undo: ImportUndo | null;
  undoneBy: string | null;
  undoneByName: string | null;
  undoneAt: Date | null;
  /** Counts what people did to its rows. */
  mendVersion: number;
  /** The version with which its rows were read. */
  checkedVersion: number;
};

/** Whether a row of the file may be an entry and an exit, which are counted one by one. */
export function holdsPairs({ mapping }: Pick<ImportRecord, "mapping">): boolean {
  return mapping?.includes("entry_at") === true && mapping.includes("exit_at");
}

/** Whether something was mended that has not been checked: until then nothing of the file is written. */
export function hasUncheckedMends(record: {
  mendVersion: number;
  checkedVersion: number;
}): boolean {
  return record.mendVersion !== record.checkedVersion;
}

export type { AnswerExample, AnswerName, WordField };

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

/** A question about the file as a whole: how many rows wait for its answer. */
export type FileQuestion = {
  code: "ambiguousDate" | "serialDate" | "birthCentury" | "lostZero";
  count: number;
  rows: number[];
  /** A date of the file that exists only where the month stands first, where none exists only otherwise. */
  onlyMonthFirst?: string;
};
