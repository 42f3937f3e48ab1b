import { checkIin } from "@/lib/person-name/iin";
import type { PersonSaid } from "../facts";
import { readDocumentNo } from "./document-cell";
import { isNamed, readName } from "./name-cells";
import type { RowReader } from "./row-reader";

/**
 * Whom a row of a list is about that others than the university have made: numbers, names and birth date as far as it
 * has them; an issue where nothing tells. Whose the row is, is found by comparing.
 */
export function readPersonSaid(row: RowReader): PersonSaid {
  const studentNo = row.number("student_no");
  // Whether a zero is missing, only the student's own documents can tell.
  const documentNo = readDocumentNo(row);
  const iin = readIin(row);
  const last = readName(row, "last_name", "last_name_cyrillic");
  const first = readName(row, "first_name", "first_name_cyrillic");
  const middle = readName(row, "middle_name", "middle_name_cyrillic");
  const birthDate = row.day("birth_date");
  if (birthDate !== null && row.isAhead(birthDate)) row.issue("futureDate", "birth_date");
  if (studentNo === "" && documentNo === "" && iin === "" && !isNamed(last, first)) {
    row.issue("missingValue", WHO.find((field) => row.has(field)) ?? "student_no");
  }
  return {
    studentNo,
    lastName: last.latin,
    firstName: first.latin,
    middleName: middle.latin,
    lastNameCyrillic: last.cyrillic,
    firstNameCyrillic: first.cyrillic,
    middleNameCyrillic: middle.cyrillic,
    birthDate,
    documentNo,
    iin,
  };
}

/** The same of a crossing or a ground, where the file has such columns; null: numbers alone say whose the row is. */
export function readWho(row: RowReader): PersonSaid | null {
  return row.saysWho ? readPersonSaid(row) : null;
}

const WHO = ["student_no", "document_no", "iin", "last_name_cyrillic", "last_name"] as const;

/** Of those born in 2000 to 2009 a spreadsheet leaves eleven digits. A mistyped one is told, and nobody is found by it. */
function readIin(row: RowReader): string {
  const written = row.number("iin").replace(/\s/g, "");
  const iin = /^\d{11}$/.test(written) ? row.zeroed("iin", written) : written;
  const check = iin === "" ? null : checkIin(iin);
  if (check && !check.ok) row.notice("badIin", "iin", { problem: check.problem });
  return iin;
}
