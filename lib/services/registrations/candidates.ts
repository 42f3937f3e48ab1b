import "server-only";
import { type Filing, filingOf, type Obstacle } from "@/lib/compliance/filing";
import type { Tx } from "@/lib/db/in-institution";
import {
  type PersonRecord,
  readEntries,
  readGroundPapers,
  readPeople,
} from "@/lib/db/request-list-people";
import { type FiledBefore, filedBefore } from "@/lib/db/request-list-rows";
import { readStudentFacts, type StoredFacts } from "@/lib/db/student-facts";
import type { Basis } from "../assessments/basis";
import { documentToFile, fieldsOf, papersOf } from "./candidate-fields";
import type { RequestFields } from "./request-fields";

/** What does not keep a student off the list, but a registrar should know before filing. */
export type Warning =
  | { kind: "filedBefore"; numbers: number[] }
  /** Refused or returned on an earlier list; the reason in the authority's words, or "". */
  | { kind: "refusedBefore" | "returnedBefore"; number: number; reason: string }
  | { kind: "documentEndUnknown" }
  | { kind: "cyrillicNameMissing" }
  | { kind: "sexMissing" }
  | { kind: "visaTypeMissing" }
  | { kind: "feeReceiptMissing" };

/** A student on a draft, as the facts stand. */
export type Candidate = {
  studentId: number;
  fields: RequestFields;
  /** None: the student goes in. */
  obstacles: Obstacle[];
  warnings: Warning[];
};

/**
 * What these students' requests would be on the basis' day, in the given order. Keys that are no student of the
 * institution are left out: the caller compares.
 */
export async function readCandidates(
  tx: Tx,
  { asOf, ruleSet, settings, academicYear }: Basis,
  studentIds: readonly number[],
): Promise<Candidate[]> {
  const people = new Map((await readPeople(tx, studentIds)).map((person) => [person.id, person]));
  const facts = new Map(
    (await readStudentFacts(tx, studentIds)).map((stored) => [stored.studentId, stored.facts]),
  );
  const before = byStudent(await filedBefore(tx, studentIds, academicYear));
  const judge = (person: PersonRecord, own: StoredFacts["facts"], entry?: EntryRecord) => {
    const document = documentToFile(person, entry, asOf);
    return {
      document,
      filing: filingOf(
        own,
        papersOf(person, document),
        ruleSet,
        asOf,
        academicYear,
        settings.registrationEnd,
      ),
    };
  };
  const known = studentIds.flatMap((id) => {
    const person = people.get(id);
    const own = facts.get(id);
    if (person === undefined || own === undefined) return [];
    // The entry decides which document counts, and the document when the registration ends.
    return [{ person, own, ...judge(person, own) }];
  });
  const entries = await readEntries(tx, refsOf(known, "entry"));
  const visas = await readGroundPapers(tx, refsOf(known, "visa"));
  return known.map(({ person, own, filing: { entry: open } }) => {
    const entry = open === null ? undefined : entries.get(open.ref);
    const { document, filing } = judge(person, own, entry);
    const visa = visas.get(filing.visa?.ref ?? "");
    const fields = fieldsOf(person, document, filing, entry, visa);
    return {
      studentId: person.id,
      fields,
      obstacles: filing.obstacles,
      warnings: warningsOf(fields, before.get(person.id) ?? []),
    };
  });
}

type EntryRecord = { checkpoint: string; documentNo: string };

function refsOf(known: readonly { filing: Filing }[], of: "entry" | "visa"): string[] {
  return known.flatMap(({ filing }) => filing[of]?.ref ?? []);
}

function byStudent(filed: readonly FiledBefore[]): Map<number, FiledBefore[]> {
  const groups = new Map<number, FiledBefore[]>();
  for (const one of filed) groups.set(one.studentId, [...(groups.get(one.studentId) ?? []), one]);
  return groups;
}

/** The lists on which a student stands already, and what came of those that brought no registration. */
function warningsBefore(before: readonly FiledBefore[]): Warning[] {
  const open = before.filter(({ result }) => result === null || result === "registered");
  const numbers = open.map(({ number }) => number);
  const failed = before.flatMap(({ number, result, reason }): Warning[] => {
    if (result === "refused") return [{ kind: "refusedBefore", number, reason }];
    return result === "returned" ? [{ kind: "returnedBefore", number, reason }] : [];
  });
  return numbers.length > 0 ? [{ kind: "filedBefore", numbers }, ...failed] : failed;
}

function warningsOf(fields: RequestFields, before: readonly FiledBefore[]): Warning[] {
  const warnings = warningsBefore(before);
  if (fields.documentNo !== "" && fields.documentExpires === null) {
    warnings.push({ kind: "documentEndUnknown" });
  }
  if (fields.nameCyrillic === "") warnings.push({ kind: "cyrillicNameMissing" });
  if (fields.sex === "") warnings.push({ kind: "sexMissing" });
  if (fields.visaFrom !== null && fields.visaType === "") {
    warnings.push({ kind: "visaTypeMissing" });
  }
  if (fields.route !== "" && fields.feeReceipt === "") warnings.push({ kind: "feeReceiptMissing" });
  return warnings;
}
