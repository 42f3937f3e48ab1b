import { SIDE_FIELDS, valuesOfRow, valuesOfSide } from "@/components/students/people/side-values";
import type { LikelyPerson, Namesake } from "@/lib/services/imports/decide-people";
import type { LikelyRow } from "./likely-people";

type Side = ReturnType<typeof valuesOfRow>;
type SideField = (typeof SIDE_FIELDS)[number];

/** What is compared beside the name that both have. */
const COMPARED: readonly SideField[] = ["birthDate", "citizenship", "faculty"];

/** Names first, the rest in one line; no line twice. */
function linesOf(side: Side, { number }: { number: boolean }): string[] {
  const rest = [side.birthDate, side.citizenship, side.faculty, number ? side.studentNo : ""];
  const lines = [side.cyrillic, side.latin, rest.filter((text) => text !== "").join(" · ")];
  return [...new Set(lines)].filter((line) => line !== "");
}

/** The rows of the list to be ticked, in a language. */
export function likelyRows(
  people: readonly LikelyPerson[],
  locale: string,
  words: {
    reasons: (meant: Pick<LikelyPerson, "reasons" | "formerName">) => string;
    field: (field: SideField) => string;
  },
): LikelyRow[] {
  return people.map(({ identityKey, rowNo, said, student, ...meant }) => {
    const file = valuesOfRow(said, locale);
    const known = valuesOfSide(
      { student, documents: [], formerNumbers: [], formerNames: [] },
      locale,
    );
    const differing = COMPARED.filter(
      (field) => file[field] !== "" && known[field] !== "" && file[field] !== known[field],
    );
    return {
      identityKey,
      answer: String(student.id),
      student: { id: student.id, number: student.studentNo },
      otherRow: 0,
      rowNo,
      name: file.cyrillic || file.latin,
      file: linesOf(file, { number: true }),
      known: linesOf(known, { number: false }),
      same: words.reasons(meant),
      differs: differing.map(words.field).join(", "),
    };
  });
}

/** What tells people of one name apart. */
const TELLING: readonly SideField[] = ["birthDate", "citizenship", "iin", "documents", "faculty"];

/** Rows that are called like another row of their file, beside that one. */
export function namesakeRows(
  rows: readonly Namesake[],
  locale: string,
  field: (field: SideField) => string,
): LikelyRow[] {
  return rows.map(({ identityKey, rowNo, said, twin }) => {
    const file = valuesOfRow(said, locale);
    const other = valuesOfRow(twin.said, locale);
    const both = (fields: readonly SideField[]) =>
      fields.filter((one) => file[one] !== "" && other[one] !== "");
    const same = both(SIDE_FIELDS).filter((one) => file[one] === other[one]);
    const differs = both(TELLING).filter((one) => file[one] !== other[one]);
    return {
      identityKey,
      answer: "new",
      student: null,
      otherRow: twin.rowNo,
      rowNo,
      name: file.cyrillic || file.latin,
      file: linesOf(file, { number: true }),
      known: linesOf(other, { number: true }),
      same: same.map(field).join(", "),
      differs: differs.map(field).join(", "),
    };
  });
}
