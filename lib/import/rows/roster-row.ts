import { addDays, type Day, day, parseDay } from "@/lib/civil-date/day";
import { checkIin } from "@/lib/person-name/iin";
import { NO_NAME } from "@/lib/person-name/one-name";
import type { RosterFact } from "../facts";
import type { RosterField } from "../fields";
import type { Parsed } from "../row-issue";
import { readCitizenship } from "../values/country";
import { readSex } from "../values/sex";
import { readDocumentNo } from "./document-cell";
import { type NameInScripts, readName } from "./name-cells";
import { type RowContext, RowReader } from "./row-reader";

const EARLIEST_BIRTH = day("1900-01-01");
/** Students are some 15 to 75 years old; others are told, not refused. */
const YOUNGEST_DAYS = 14 * 365;
const OLDEST_DAYS = 80 * 365;

/** A student, or all that is wrong with the row. Names are needed where `namesNeeded` says so, in either script. */
export function readStudent(
  cells: readonly string[],
  context: RowContext,
  namesNeeded: boolean,
): Parsed<RosterFact> {
  const row = new RowReader(cells, context);
  const studentNo = row.number("student_no", row.required("student_no"));
  const last = readName(row, "last_name", "last_name_cyrillic");
  const first = readName(row, "first_name", "first_name_cyrillic");
  const middle = readName(row, "middle_name", "middle_name_cyrillic");
  if (namesNeeded) requireName(row, last, "last_name", "last_name_cyrillic");
  if (namesNeeded) requireName(row, first, "first_name", "first_name_cyrillic");
  if (isNone(last) && isNone(first)) row.issue("missingName", "last_name");
  const person = readPerson(row);
  const papers = readPapers(row, person.citizenship);
  const studies = readStudies(row);
  checkIinCell(row, papers.iin, person);
  return row.finish(() =>
    person.citizenship === null
      ? null
      : {
          studentNo,
          lastName: last.latin,
          firstName: first.latin,
          middleName: middle.latin,
          lastNameCyrillic: last.cyrillic,
          firstNameCyrillic: first.cyrillic,
          middleNameCyrillic: middle.cyrillic,
          birthDate: person.birthDate,
          sex: person.sex ?? "",
          citizenship: person.citizenship,
          ...papers,
          ...studies,
        },
  );
}

function requireName(
  row: RowReader,
  name: NameInScripts,
  latin: RosterField,
  cyrillic: RosterField,
): void {
  if (name.latin === "" && name.cyrillic === "") {
    row.issue("missingName", row.has(latin) ? latin : cyrillic);
  }
}

/** A dash, and nothing in the other script. */
function isNone({ latin, cyrillic }: NameInScripts): boolean {
  return latin + cyrillic !== "" && [latin, cyrillic].every((name) => ["", NO_NAME].includes(name));
}

type Person = { birthDate: Day | null; sex: "M" | "F" | null; citizenship: string | null };

function readPerson(row: RowReader): Person {
  const birthDate = row.day("birth_date");
  if (birthDate !== null) checkBirthDate(row, birthDate);
  return {
    birthDate,
    sex: row.word("sex", row.text("sex"), readSex, "unknownSex"),
    citizenship: row.word(
      "citizenship",
      row.required("citizenship"),
      readCitizenship,
      "unknownCitizenship",
    ),
  };
}

function checkBirthDate(row: RowReader, birthDate: Day): void {
  if (birthDate < EARLIEST_BIRTH) row.issue("implausibleDate", "birth_date");
  else if (row.isAhead(birthDate)) row.issue("futureDate", "birth_date");
  else if (
    row.isAhead(addDays(birthDate, YOUNGEST_DAYS)) ||
    row.isBehind(addDays(birthDate, OLDEST_DAYS))
  ) {
    row.notice("implausibleBirthDate", "birth_date");
  }
}

function readPapers(row: RowReader, citizenship: string | null) {
  const documentType = row.text("document_type");
  return {
    documentType,
    documentNo: readOwnDocumentNo(row, citizenship === "KZ" && !PASSPORT.test(documentType)),
    documentExpires: row.day("document_expires"),
    iin: readIin(row),
  };
}

const PASSPORT = /п[ао]сп|passp|төлқұжат/i;

/** A Kazakh identity card has nine digits; eight of them are what a spreadsheet leaves of one that begins with 0. */
function readOwnDocumentNo(row: RowReader, mayBeCard: boolean): string {
  const number = readDocumentNo(row);
  return mayBeCard && /^\d{8}$/.test(number) ? row.zeroed("document_no", number) : number;
}

/** An ИИН has twelve digits; of those born in 2000 to 2009 a spreadsheet leaves eleven. */
function readIin(row: RowReader): string {
  const iin = row.number("iin").replace(/\s/g, "");
  return /^\d{11}$/.test(iin) ? row.zeroed("iin", iin) : iin;
}

function readStudies(row: RowReader) {
  return {
    faculty: row.faculty("faculty", row.text("faculty")),
    programme: row.text("programme"),
    year: readYear(row),
    studyForm: row.text("study_form"),
    status: row.text("status"),
    housing: row.text("housing"),
    phone: row.number("phone"),
    email: row.text("email"),
  };
}

/** "2", "2 курс", "II"; kept as it is written. */
const YEAR = /(?<!\d)[1-7](?!\d)|(?<!\p{L})(?:I{1,3}|IV|VI{0,2})(?!\p{L})/u;

function readYear(row: RowReader): string {
  const year = row.text("year");
  if (year !== "" && !YEAR.test(year)) row.notice("unlikelyYear", "year");
  return year;
}

function checkIinCell(row: RowReader, iin: string, person: Person): void {
  if (iin === "") return;
  const check = checkIin(iin);
  if (!check.ok) {
    row.notice("badIin", "iin", { problem: check.problem });
    return;
  }
  const born = parseDay(check.birthDate);
  const otherBirth = person.birthDate !== null && born !== person.birthDate;
  const otherSex = person.sex !== null && check.sex !== person.sex;
  if (otherBirth || otherSex) {
    row.notice("iinDisagrees", "iin", { with: otherBirth ? "birth_date" : "sex" });
  }
}
