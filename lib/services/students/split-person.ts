import "server-only";
import { z } from "zod";
import { touchFacts } from "@/lib/db/facts-version";
import type { Tx } from "@/lib/db/in-institution";
import { keepPersonChange } from "@/lib/db/people/person-changes";
import { imagesOf } from "@/lib/db/people/person-rows";
import { refreshKeys } from "@/lib/db/people/search-keys";
import {
  type ChosenRows,
  documentsAndCrossings,
  giveChosen,
  insertPerson,
  isNumberTaken,
} from "@/lib/db/people/split-rows";
import { AppError, invalidField } from "../app-error";
import { defineCommand } from "../define-service";
import { optionalDayField } from "../office/day-field";
import { crossingsOfDocuments } from "./crossings-of-documents";
import { admitPeople } from "./person-admission";
import { crossingRef, reasonField, studentKey } from "./repair-fields";

const name = z.string().trim().max(200, "tooLong").default("");
const keys = z.array(z.coerce.number().int().positive()).max(500).default([]);

const input = z.object({
  studentId: studentKey,
  /** What the office calls the other person; the rest as in a roster. */
  studentNo: z.string().trim().min(1, "required").max(100, "tooLong"),
  lastName: name,
  firstName: name,
  lastNameCyrillic: name,
  firstNameCyrillic: name,
  birthDate: optionalDayField,
  /** ISO 3166-1 alpha-2. */
  citizenship: z.string().regex(/^[A-Z]{2}$/, "required"),
  iin: z.string().trim().max(20, "tooLong").default(""),
  documents: keys,
  crossings: z.array(crossingRef).max(5000).default([]),
  grounds: keys,
  borderCounts: keys,
  /** Crossings that were made with a chosen document may stay, as someone has seen and wants it. */
  leavesCrossings: z.boolean().default(false),
  reason: reasonField,
});
export type SplitPersonInput = z.input<typeof input>;

/**
 * Makes a record for another person of what stood in one student's: the chosen documents, crossings, grounds and
 * border counts. Refuses where something chosen is not the student's (any more), where the number is taken, and where
 * crossings that were made with a chosen document would stay unless that is wanted.
 */
export const splitPerson = defineCommand({
  name: "students.splitPerson",
  permission: "students:write",
  input,
  run: async (tx, { studentId, reason, leavesCrossings, ...given }, actor) => {
    const { documents, crossings, grounds, borderCounts, ...person } = given;
    const hasName =
      (person.lastName && person.firstName) ||
      (person.lastNameCyrillic && person.firstNameCyrillic);
    if (!hasName) throw invalidField("lastName", "nameMissing");
    const chosen = { documents, crossings, grounds, borderCounts };
    const count = Object.values(chosen).reduce(
      (sum, list) => sum + new Set<string | number>(list).size,
      0,
    );
    if (count === 0) throw new AppError("invalid", "nothingChosen");
    await admitPeople(tx, [studentId]);
    const staying = await stayingBehind(tx, studentId, chosen);
    if (staying > 0 && !leavesCrossings) throw new AppError("invalid", "crossingsStay");
    if (await isNumberTaken(tx, person.studentNo)) throw invalidField("studentNo", "numberTaken");
    const before = await imagesOf(tx, [studentId]);
    const otherId = await insertPerson(tx, actor, person);
    const moved = await giveChosen(tx, { from: studentId, to: otherId }, chosen);
    if (moved !== count) throw new AppError("conflict", "personMoved");
    await refreshKeys(tx, [studentId, otherId]);
    const after = await imagesOf(tx, [studentId, otherId]);
    const changeId = await keepPersonChange(tx, actor, {
      kind: "split",
      studentId,
      otherId,
      before,
      after,
      reason,
      userId: actor.userId,
    });
    await touchFacts(tx, [studentId, otherId]);
    return {
      result: { studentId: otherId, changeId },
      audit: {
        entity: "student",
        id: String(studentId),
        detail: { splitOff: otherId, changeId, moved, staying, reason },
      },
    };
  },
});

/** How many of the student's crossings were made with a chosen document and are not chosen. */
async function stayingBehind(tx: Tx, studentId: number, chosen: ChosenRows): Promise<number> {
  const { documents, crossings } = await documentsAndCrossings(tx, studentId, chosen.documents);
  const going = new Set(chosen.crossings);
  return Object.values(crossingsOfDocuments(documents, crossings))
    .flat()
    .filter((ref) => !going.has(ref)).length;
}
