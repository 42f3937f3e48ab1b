import "server-only";
import { uuidv7 } from "uuidv7";
import { inInstitution, type Tx } from "./in-institution";
import { newTestInstitution } from "./test-institution";

const DAY = new Date("2025-09-01");

/** For tests: an institution with at least one row in every table that belongs to institutions. */
export async function fullTestInstitution(): Promise<string> {
  const institutionId = await newTestInstitution("Full University");
  await inInstitution({ institutionId }, async (tx) => {
    const own = { institutionId };
    const { id: userId } = await tx.user.create({
      data: { ...own, email: `${uuidv7()}@example.org`, name: "A", passwordHash: "-" },
    });
    await tx.membership.create({ data: { ...own, userId, role: "reader" } });
    await tx.session.create({ data: { ...own, userId, expiresAt: DAY } });
    await tx.auditEvent.create({ data: { ...own, action: "a", entity: "b", entityId: "c" } });
    await tx.academicYear.create({ data: { ...own, startsOn: DAY, endsOn: DAY } });
    const { id: dormitoryId } = await tx.dormitory.create({
      data: { ...own, name: "1", address: "" },
    });
    const { id: studentId } = await tx.student.create({
      data: {
        ...own,
        studentNo: "S-1",
        lastName: "A",
        firstName: "B",
        citizenship: "KZ",
        searchKey: "a b",
      },
    });
    await tx.identityDocument.create({
      data: { ...own, studentId, number: "N1", numberFolded: "N1" },
    });
    await tx.residence.create({ data: { ...own, studentId, route: "dormitory", dormitoryId } });
    await tx.crossing.create({ data: { ...own, studentId, day: DAY, direction: "entry" } });
    await tx.borderCount.create({ data: { ...own, studentId, statedDays: 1, statedOn: DAY } });
    await tx.ground.create({
      data: { ...own, studentId, kind: "dormitory", validFrom: DAY, status: "granted" },
    });
    await tx.assessment.create({
      data: { ...own, studentId, asOf: DAY, verdict: "unknown", verdictRank: 8 },
    });
    await tx.packedFacts.create({
      data: { ...own, studentId, factsVersion: 0, format: 0, facts: new Uint8Array(1) },
    });
    await tx.assessmentRun.create({ data: { ...own, asOf: DAY, factsVersion: 1, basis: "kg" } });
    const { id: importId } = await tx.import.create({
      data: {
        ...own,
        kind: "roster",
        state: "ready",
        fileName: "a.csv",
        fileSize: 1,
        fileHash: "0",
        storageKey: "0",
      },
    });
    await tx.importMapping.create({
      data: { ...own, kind: "roster", fingerprint: "0", columns: [], usedAt: DAY },
    });
    await tx.importWord.create({
      data: { ...own, field: "sex", wordKey: "x", word: "x", meaning: "F", decidedAt: DAY },
    });
    await addImportRows(tx, institutionId, importId);
    await tx.importChange.create({
      data: { ...own, importId, entity: "student", entityId: studentId, studentId },
    });
    await tx.importEffect.create({
      data: { ...own, importId, position: 1, kind: "verdict", studentId },
    });
    await addPeopleRows(tx, institutionId, { studentId, importId });
    const { id: requestListId } = await tx.requestList.create({
      data: { ...own, state: "draft", asOf: DAY },
    });
    await tx.requestListRow.create({
      data: { ...own, requestListId, position: 1, studentId, fields: {} },
    });
    await tx.requestAnswer.create({
      data: { ...own, requestListId, studentId, result: "refused" },
    });
  });
  return institutionId;
}

/** What is kept of the rows of an import. */
async function addImportRows(tx: Tx, institutionId: string, importId: string): Promise<void> {
  const own = { institutionId };
  await tx.$executeRaw`
    insert into import_block (institution_id, import_id, first_row, last_row, row_nos, parts, outcomes, student_ids, known_ids,
      cells, originals, issues, changes, remarked, kinds)
    values (${institutionId}::uuid, ${importId}::uuid, 2, 2, '{2}', '{0}', '{new}', '{null}', '{null}', '[]', '{null}', '{null}',
      '{null}', false, '{new}')`;
  await tx.importDigest.create({
    data: { ...own, importId, way: "", groups: [], places: {}, widest: 0 },
  });
  await tx.importMend.create({
    data: { ...own, importId, act: 1, rowNo: 2, columnNo: 0, kind: "cell", place: "csv ," },
  });
}

/** What is known of people being one or two. */
async function addPeopleRows(
  tx: Tx,
  institutionId: string,
  { studentId, importId }: { studentId: number; importId: string },
): Promise<void> {
  const own = { institutionId };
  await tx.formerNumber.create({ data: { ...own, studentNo: "S-0", studentId } });
  await tx.nameKey.create({ data: { ...own, studentId, key: "", madeFrom: "" } });
  await tx.personDecision.create({
    data: { ...own, importId, identityKey: "0", choice: "leaveOut" },
  });
  await tx.personQuestion.create({
    data: { ...own, importId, identityKey: "0", rowNo: 2, rows: 1, said: {}, candidates: [] },
  });
  await tx.personChange.create({
    data: { ...own, kind: "merge", studentId, otherId: studentId + 1, before: {}, after: {} },
  });
  const { id: otherId } = await tx.student.create({
    data: {
      ...own,
      studentNo: "S-2",
      lastName: "A",
      firstName: "B",
      citizenship: "KZ",
      searchKey: "c d",
    },
  });
  await tx.differentPeople.create({ data: { ...own, studentId, otherId } });
}
