import { type Day, parseDay } from "@/lib/civil-date/day";
import { FIRST_DAY } from "@/lib/civil-date/day-range";
import {
  type Crossing,
  GROUND_KINDS,
  GROUND_STATUSES,
  type Ground,
  type GroundKind,
  type GroundStatus,
} from "@/lib/compliance/facts";
import { foldDocumentNo } from "@/lib/person-name/document-no";
import type { CanonicalRow, Complain } from "./canonical-table";
import { citizenshipCode } from "./citizenship-code";

/** Columns that the engine needs; one of several where there is a bar. */
export const ROSTER_COLUMNS = ["student_no", "citizenship"];
export const CROSSING_COLUMNS = ["student_no|document_no", "direction", "at"];
export const GROUND_COLUMNS = ["student_no", "kind", "valid_from", "valid_to", "status"];

export type RosterRow = {
  studentNo: string;
  citizenship: string;
  documentNo: string;
  /** null: the row has none, or no day in it. */
  birth: Day | null;
};
/** Whom a row is about, as it says; a folded document number. */
export type Named = { studentNo: string; documentNo: string };

/** A student of the roster; what a complaint was about is "". */
export function rosterRow({ cell }: CanonicalRow, complain: Complain): RosterRow {
  const studentNo = cell("student_no");
  const code = cell("citizenship");
  const citizenship = citizenshipCode(code);
  if (studentNo === "") complain("student_no is empty");
  if (code === "") complain("citizenship is empty");
  else if (citizenship === null) complain(`unknown citizenship: "${code}"`);
  const { folded } = foldDocumentNo(cell("document_no"));
  const birth = parseDay(cell("birth_date"));
  return { studentNo, citizenship: citizenship ?? "", documentNo: folded, birth };
}

/** A crossing, or null after complaints. */
export function crossingRow(
  { cell, ref }: CanonicalRow,
  complain: Complain,
): { named: Named; crossing: Crossing } | null {
  const named = namedIn(cell);
  if (named.studentNo === "" && named.documentNo === "") {
    complain("neither student_no nor document_no");
  }
  const direction = cell("direction");
  const known = direction === "entry" || direction === "exit";
  if (!known) complain(`direction is entry or exit, not "${direction}"`);
  const moment = momentOf(cell("at"));
  if (moment === null) complain(`not a day or a day and time: "${cell("at")}"`);
  if (!known || moment === null) return null;
  const document = named.documentNo === "" ? null : named.documentNo;
  return { named, crossing: { ...moment, direction, ref, document } };
}

/** A ground, or null after complaints. One that is not granted need not say its start: it protects no day. */
export function groundRow(
  { cell, ref }: CanonicalRow,
  complain: Complain,
): { named: Named; ground: Ground } | null {
  const named = { studentNo: cell("student_no"), documentNo: "" };
  if (named.studentNo === "") complain("student_no is empty");
  const kind = wordOf<GroundKind>(GROUND_KINDS, cell("kind"));
  if (kind === null) complain(`unknown kind of ground: "${cell("kind")}"`);
  const status = wordOf<GroundStatus>(GROUND_STATUSES, cell("status"));
  if (status === null) complain(`unknown status of a ground: "${cell("status")}"`);
  const from = dayOrEmpty(cell("valid_from"), "valid_from", complain);
  const to = dayOrEmpty(cell("valid_to"), "valid_to", complain);
  if (status === "granted" && from === "") complain("valid_from is empty");
  if (typeof from === "number" && typeof to === "number" && to < from) {
    complain("valid_to is before valid_from");
  }
  if (kind === null || status === null || from === null || to === null) return null;
  const span = { from: from === "" ? FIRST_DAY : from, to: to === "" ? null : to };
  return { named, ground: { kind, status, ...span, ref } };
}

function namedIn(cell: CanonicalRow["cell"]): Named {
  return {
    studentNo: cell("student_no"),
    documentNo: foldDocumentNo(cell("document_no")).folded,
  };
}

function wordOf<Word extends string>(words: readonly Word[], text: string): Word | null {
  return words.find((word) => word === text) ?? null;
}

function dayOrEmpty(text: string, column: string, complain: Complain): Day | "" | null {
  if (text === "") return "";
  return parseDay(text) ?? complain(`${column} is not a day: "${text}"`);
}

/** "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM", local time of Bishkek. */
function momentOf(text: string): { day: Day; minute: number | null } | null {
  const [, date = "", hour, minute] = /^([^T]*)(?:T(\d{2}):(\d{2}))?$/.exec(text) ?? [];
  const day = parseDay(date);
  if (day === null) return null;
  if (hour === undefined || minute === undefined) return { day, minute: null };
  const valid = Number(hour) < 24 && Number(minute) < 60;
  return valid ? { day, minute: Number(hour) * 60 + Number(minute) } : null;
}
