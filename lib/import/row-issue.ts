import type { Field } from "./fields";
import type { Original } from "./mend";

/** Why a row is no fact. The words are the screen's. */
export type IssueCode =
  | "missingValue"
  | "missingName"
  | "unreadableDate"
  | "impossibleDate"
  | "shortYear"
  | "birthCentury"
  | "ambiguousDate"
  | "serialDate"
  | "timeZone"
  | "impossibleTime"
  | "unexpectedTime"
  | "futureDate"
  | "implausibleDate"
  | "endBeforeStart"
  | "unknownDirection"
  | "unknownCitizenship"
  | "unknownSex"
  | "unknownGroundKind"
  | "unknownGroundStatus"
  | "unknownDormitory"
  | "unknownFaculty"
  | "unknownResult"
  | "unreadableListNo"
  | "scientificNumber"
  | "lostZero"
  | "unclearName"
  | "cellError"
  | "rowLength"
  | "repeatedHeader"
  | "leftOutByPerson"
  | AsideCode;

/** Rows that belong to the file but not to its list; they are told and left out. */
export const ASIDE_CODES = [
  "totalRow",
  "signatureRow",
  "columnNumbers",
  "exampleRow",
  "hiddenRow",
  "emptiedRow",
] as const;
export type AsideCode = (typeof ASIDE_CODES)[number];

/** What the row was read with all the same, but a person should know. */
export type NoticeCode =
  | "unknownCheckpoint"
  | "newFaculty"
  | "reasonMissing"
  | "decidedWord"
  | "nearMidnight"
  | "noTimes"
  | "exitBeforeEntry"
  | "zeroRestored"
  | "numeroSign"
  | "lookAlikeLetters"
  | "lostLetters"
  | "foreignLetters"
  | "formulaAsName"
  | "oneName"
  | "shownHidden"
  | "formulaResult"
  | "mixedScript"
  | "badIin"
  | "iinDisagrees"
  | "implausibleBirthDate"
  | "oddSigns"
  | "longName"
  | "otherScript"
  | "unlikelyYear"
  | "noEnd"
  | "beganLongAgo"
  | "beginsLate"
  | "endsFarAhead";

type About<Code> = {
  code: Code;
  /** Null where the whole row is meant. */
  field: Field | null;
  /** 0-based; null where the whole row is meant or the file has no such column. */
  column: number | null;
  /** The cell as it stands; "" for document numbers and ИИН, which stay in the cells. */
  value: string;
  params: Readonly<Record<string, string | number>>;
};

export type RowIssue = About<IssueCode>;
export type RowNotice = About<NoticeCode>;

/** A row is a fact or all of its issues; in either case a person is told at once what else is to be known of it. */
export type Parsed<T> =
  | { ok: true; fact: T; notices: readonly RowNotice[] }
  | { ok: false; issues: readonly RowIssue[]; notices: readonly RowNotice[] };

/**
 * rowNo counts from 1, the header included; cells as they are read, mended ones too. One row may give two facts, an entry
 * and an exit: `part` is 0 for the first, 1 for the second.
 */
export type ImportRow<T> = {
  rowNo: number;
  part: 0 | 1;
  cells: readonly string[];
  /** What the file has in the cells that were mended; left out where none was. */
  original?: Original;
  parsed: Parsed<T>;
};
