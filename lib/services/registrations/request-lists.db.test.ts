import { describe, expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { inInstitution } from "@/lib/db/in-institution";
import { addTestResidents } from "@/lib/db/test-residents";
import { addTestStudents } from "@/lib/db/test-students";
import { addToDraft } from "./add-to-draft";
import { createDraft } from "./create-draft";
import { discardDraft } from "./discard-draft";
import { fileList } from "./file-list";
import { getRequestList } from "./get-request-list";
import { listRequestLists } from "./list-request-lists";
import { previewRequestList } from "./preview-list";
import { takeOffDraft } from "./take-off-draft";
import {
  asOf,
  chosen,
  deskOfEachTest,
  idsOf,
  newTestRegistrar,
  references,
} from "./test-registrar";

const desk = deskOfEachTest();

describe("a draft", () => {
  test("holds the fields of the request as the records have them", async () => {
    const [id = 0] = await desk.residents("S-1");
    const { included, leftOut } = await desk.sheetOf(await desk.draftOf(id));
    expect(leftOut).toEqual([]);
    expect(included[0]?.fields).toMatchObject({
      nameCyrillic: "Тестов Нұрай",
      lastNameLatin: "Testov",
      birthDate: day("2005-02-28"),
      documentNo: "N1S-1",
      lastEntryOn: day("2025-11-09"),
      lastEntryCheckpoint: "Ак-Жол",
      route: "dormitory",
      dormitory: "№ 3",
      address: "Бишкек, ул. Ахунбаева, 97",
      room: "12",
      ownerName: "",
      registrationFrom: day(asOf),
      registrationTo: day("2026-06-30"),
    });
    expect(included[0]?.warnings).toEqual([]);
  });

  test("says of each student what stands in the way, and follows the facts until it is filed", async () => {
    const [inside = 0] = await desk.residents("S-1");
    const [bare = 0] = await addTestStudents(desk.registrar.institutionId, [
      { studentNo: "S-2", crossings: "+2025-09-01 -2025-11-10" },
    ]);
    const listId = await desk.draftOf(bare, inside);
    const before = await desk.sheetOf(listId);
    expect(idsOf(before.included)).toEqual([inside]);
    expect(before.leftOut.map(({ obstacles }) => obstacles)).toEqual([
      [
        { kind: "outside", since: day("2025-11-10") },
        { kind: "birthDateMissing" },
        { kind: "documentMissing" },
        { kind: "residenceMissing" },
      ],
    ]);
    await inInstitution(desk.registrar, (tx) =>
      tx.residence.update({ where: { studentId: inside }, data: { room: "" } }),
    );
    const after = await desk.sheetOf(listId);
    expect(after.included).toEqual([]);
    expect(after.leftOut[1]?.obstacles).toEqual([{ kind: "paperMissing", paper: "room" }]);
  });

  test("follows the day that the screen speaks of", async () => {
    const [id = 0] = await desk.residents("S-1");
    const listId = await desk.draftOf(id);
    const { leftOut } = await getRequestList(desk.registrar, { listId, asOf: "2025-11-08" });
    expect(leftOut[0]?.obstacles).toEqual([{ kind: "outside", since: day("2025-10-30") }]);
  });

  test("takes students on once, in their order, and lets them go", async () => {
    const [a = 0, b = 0, c = 0] = await desk.residents("A", "B", "C");
    const listId = await desk.draftOf(b, b);
    expect(await addToDraft(desk.registrar, { listId, selection: chosen(a, b, c) })).toEqual({
      added: 2,
    });
    expect(idsOf((await desk.sheetOf(listId)).included)).toEqual([b, a, c]);
    await takeOffDraft(desk.registrar, { listId, studentIds: [a] });
    expect(await takeOffDraft(desk.registrar, { listId, studentIds: [a] })).toEqual({ removed: 0 });
    expect(idsOf((await desk.sheetOf(listId)).included)).toEqual([b, c]);
  });

  test("takes all that match a filter, on whatever page", async () => {
    await addTestResidents(
      desk.registrar.institutionId,
      Array.from({ length: 60 }, (_, n) => ({
        studentNo: `S-${n}`,
        faculty: n < 55 ? "Право" : "Медицина",
      })),
    );
    const filter = { faculty: "Право", asOf };
    const selection = { kind: "matching" as const, filter };
    const { id } = await createDraft(desk.registrar, { selection, asOf });
    expect((await desk.sheetOf(id)).included).toHaveLength(55);
    const preview = await previewRequestList(desk.registrar, { selection, asOf });
    expect(preview.included).toHaveLength(55);
    expect(preview.drafts.map((draft) => draft.id)).toEqual([id]);
  });

  test("can be given up", async () => {
    const listId = await desk.draftOf(...(await desk.residents("S-1")));
    await discardDraft(desk.registrar, { listId });
    expect(await listRequestLists(desk.registrar, {})).toEqual([]);
    await expect(desk.sheetOf(listId)).rejects.toMatchObject({ code: "notFound" });
  });

  test("a selection in which nobody is found makes no list", async () => {
    const nobody = { kind: "matching" as const, filter: { q: "nobody", asOf } };
    for (const selection of [chosen(), nobody]) {
      await expect(createDraft(desk.registrar, { selection, asOf })).rejects.toMatchObject({
        code: "invalid",
      });
    }
    expect(await listRequestLists(desk.registrar, {})).toEqual([]);
  });
});

describe("filing", () => {
  test("numbers those who go in and remembers who stayed out and why", async () => {
    const [a = 0, b = 0] = await desk.residents("A", "B");
    const [bare = 0] = await addTestStudents(desk.registrar.institutionId, [{ studentNo: "C" }]);
    const listId = await desk.draftOf(a, bare, b);
    expect(await desk.file(listId)).toBe(1);
    const sheet = await getRequestList(desk.registrar, { listId });
    expect(sheet).toMatchObject({
      list: { number: 1, state: "filed", asOf: day(asOf), regimeVersion: ruleSetFor("kg").version },
      fingerprint: null,
      intact: true,
    });
    expect(sheet.list.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(idsOf(sheet.included)).toEqual([a, b]);
    expect(idsOf(sheet.leftOut)).toEqual([bare]);
    expect(sheet.leftOut[0]?.obstacles).toContainEqual({ kind: "whereaboutsUnknown" });
    const [listed] = await listRequestLists(desk.registrar, {});
    expect(listed).toMatchObject({ number: 1, students: 2, leftOut: 1 });
  });

  test("asks for what the registrar saw: where a fact has moved since, nothing is filed", async () => {
    const [a = 0] = await desk.residents("A");
    const listId = await desk.draftOf(a);
    const { fingerprint } = await desk.sheetOf(listId);
    await inInstitution(desk.registrar, (tx) =>
      tx.student.update({ where: { id: a }, data: { phone: "0" } }),
    );
    const attempt = fileList(desk.registrar, {
      listId,
      asOf,
      fingerprint: fingerprint ?? "",
      ...references,
    });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", reason: "listChanged" });
    expect((await desk.sheetOf(listId)).list).toMatchObject({ state: "draft", number: null });
  });

  test("files nothing where nobody can be filed", async () => {
    const [bare = 0] = await addTestStudents(desk.registrar.institutionId, [{ studentNo: "C" }]);
    await expect(desk.file(await desk.draftOf(bare))).rejects.toMatchObject({
      reason: "nobodyToFile",
    });
  });

  test("two windows file a list once", async () => {
    const listId = await desk.draftOf(...(await desk.residents("A")));
    const { fingerprint } = await desk.sheetOf(listId);
    const input = { listId, asOf, fingerprint: fingerprint ?? "", ...references };
    const outcomes = await Promise.allSettled([
      fileList(desk.registrar, input),
      fileList(desk.registrar, input),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", reason: "listFiled" },
    });
    const lists = await listRequestLists(desk.registrar, {});
    expect(lists.map(({ number }) => number)).toEqual([1]);
  });

  test("many lists filed at once get the numbers from 1 on, without gap or double, in each institution", async () => {
    const ids = await desk.residents("A", "B", "C", "D", "E", "F");
    const drafts = await Promise.all(ids.map((id) => desk.draftOf(id)));
    const numbers = await Promise.all(drafts.map(desk.file));
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const elsewhere = await newTestRegistrar();
    const [other = 0] = await elsewhere.residents("A");
    expect(await elsewhere.file(await elsewhere.draftOf(other))).toBe(1);
  });

  test("a student on a filed list of the year is named on the next one, and may go in", async () => {
    const [a = 0] = await desk.residents("A");
    await desk.file(await desk.draftOf(a));
    const { included } = await desk.sheetOf(await desk.draftOf(a));
    expect(included[0]?.warnings).toEqual([{ kind: "filedBefore", numbers: [1] }]);
  });

  test("the audit tells what was done without telling of persons", async () => {
    const [a = 0] = await desk.residents("A");
    const listId = await desk.draftOf(a);
    await desk.file(listId);
    const events = await inInstitution(desk.registrar, (tx) =>
      tx.auditEvent.findMany({ where: { entityId: listId }, orderBy: { id: "asc" } }),
    );
    expect(events.map(({ action }) => action)).toEqual([
      "registrations.create",
      "registrations.file",
    ]);
    expect(events[1]?.detail).toMatchObject({ number: 1, students: 1, leftOut: 0 });
    expect(JSON.stringify(events.map(({ detail }) => detail))).not.toMatch(/N1A|Testov/);
  });
});
