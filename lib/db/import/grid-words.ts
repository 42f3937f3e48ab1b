import type { DateRead } from "@/lib/import/dates-read";
import type { Mend, Original, Replacement } from "@/lib/import/mend";

import type { ImportField, Outcome } from "./import-words";
import type { RemarkCode, RowRemark } from "./row-words";
import type { Severity } from "./severity";

/** Which rows the grid shows, besides those of a group. */
export const SHOWN = ["all", "wrong", "warnings", "notes", "mended", "leftOut"] as const;
export type Shown = (typeof SHOWN)[number];

/** What rows have in common that need the same mending: a remark about a column, or what became of them. */
export type GroupKey = {
  code: RemarkCode | "unknownStudent" | "toConfirm";
  /** 0-based; null where the whole row is meant. */
  column: number | null;
};

/** A group as an address or a form names it. */
export type GroupRef = { code: string; column: number | null };

export type GridFilter = { show: Shown; group: GroupRef | null };

/** How the rows of a group are mended. */
export type Mending =
  /** Every text that stands there gets another one. */
  | "texts"
  /** One text for all empty cells. */
  | "fill"
  /** One answer for the whole file, on the import's page. */
  | "answer"
  /** What a word means, for all files, on the import's page; or another text. */
  | "word"
  /** Who the person is, on the import's page. */
  | "people"
  /** What the file says instead of what is recorded, or left out. */
  | "takeFile"
  /** Row by row, or left out. */
  | "rows";

export type ProblemGroup = GroupKey & {
  field: ImportField | null;
  /** What all of its remarks say; "" and none where they differ. */
  value: string;
  params: RowRemark["params"];
  severity: Severity;
  mending: Mending;
  /** Rows of the file that have it. */
  count: number;
  /** The first of them. */
  rows: number[];
  /** Different texts that stand there, a few. */
  examples: string[];
};

/** A text that stands in the cells of a group, in how many rows, and the first of them. */
export type GroupText = { text: string; count: number; rows: number[] };

/** How many rows each part of the grid has. */
export type GridCounts = Readonly<Record<Shown, number>>;

/** Where the windows of the rows that a filter lets through begin: so no window has to count the rows before it. */
export type GridIndex = {
  /** Rows that the filter lets through. */
  total: number;
  /** The number of each WINDOW-th of them, the first one included. */
  anchors: number[];
};

/** Rows of the grid that begin here are fetched together. */
export const WINDOW = 200;

/** A row of the file as the grid shows it, with mends that have not been checked yet. */
export type GridRow = {
  rowNo: number;
  outcome: Outcome;
  cells: string[];
  /** What the file has in the mended cells. */
  original: Original;
  issues: RowRemark[];
  studentId: number | null;
  studentName: string | null;
  leftOut: boolean;
  /** It was mended since the rows were checked: remarks and outcome are those of before. */
  unchecked: boolean;
  /** Its dates that could have been read otherwise; left out: none is told. */
  dates?: readonly DateRead[];
};

export type { DateRead };

/** What a person did at once, for the list of what was mended. */
export type MendAct = {
  act: number;
  kind: Mend["kind"];
  /** How many cells or rows it names. */
  count: number;
  rowNo: number;
  column: number | null;
  was: string | null;
  find: string;
  whole: boolean;
  text: string;
  /** How many cells or rows it changed when the rows were checked last; null: not checked yet. */
  hits: number | null;
  by: string | null;
  at: Date;
};

export type { Replacement };

/** A cell that a replacement would change. */
export type ReplacedCell = { rowNo: number; column: number; before: string; after: string };
export type ReplacePreview = { cells: number; rows: number; first: ReplacedCell[] };
