import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestResidents } from "@/lib/db/test-residents";
import { addToDraft } from "./add-to-draft";
import { createDraft } from "./create-draft";
import { describeDraft } from "./describe-draft";
import { discardDraft } from "./discard-draft";
import { fileList } from "./file-list";
import { getRequestList } from "./get-request-list";
import { listRequestLists } from "./list-request-lists";
import { previewRequestList } from "./preview-list";
import { takeOffDraft } from "./take-off-draft";
import { asOf, chosen, deskOfEachTest, idsOf, references } from "./test-registrar";

const desk = deskOfEachTest();

describe("a filed list", () => {
  let listId: string;
  let studentId: number;
  beforeEach(async () => {
    [studentId = 0] = await desk.residents("A");
    listId = await desk.draftOf(studentId);
    await describeDraft(desk.registrar, { listId, ...references, petition: "12/2" });
    await desk.file(listId);
  });

  test("stays as it was filed whatever changes", async () => {
    const before = await desk.sheetOf(listId);
    await inInstitution(desk.registrar, async (tx) => {
      await tx.student.update({
        where: { id: studentId },
        data: { lastName: "Other", birthDate: null },
      });
      await tx.crossing.deleteMany({ where: { studentId } });
      await tx.residence.delete({ where: { studentId } });
      await tx.dormitory.deleteMany({});
    });
    expect(await desk.sheetOf(listId)).toEqual(before);
    expect(before.list).toMatchObject(references);
    expect(before.included[0]?.fields).toMatchObject({
      lastNameLatin: "Testov",
      representative: "Асанова",
    });
  });

  test("takes no command any more", async () => {
    const refused = { code: "conflict", reason: "listFiled" };
    const attempts = [
      () => addToDraft(desk.registrar, { listId, selection: chosen(studentId) }),
      () => takeOffDraft(desk.registrar, { listId, studentIds: [studentId] }),
      () => discardDraft(desk.registrar, { listId }),
      () =>
        describeDraft(desk.registrar, {
          listId,
          petition: "",
          representative: "",
          powerOfAttorney: "",
        }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(refused);
  });

  test("is kept by the database itself", async () => {
    const own = { requestListId: listId };
    const where = { id: listId };
    const attempts = [
      () => inInstitution(desk.registrar, (tx) => tx.requestList.delete({ where })),
      () =>
        inInstitution(desk.registrar, (tx) =>
          tx.requestList.update({ where, data: { number: 9 } }),
        ),
      () => inInstitution(desk.registrar, (tx) => tx.requestListRow.deleteMany({ where: own })),
      () =>
        inInstitution(desk.registrar, (tx) =>
          tx.requestListRow.updateMany({ where: own, data: { fields: {} } }),
        ),
      () =>
        inInstitution(desk.registrar, (tx) =>
          tx.requestListRow.create({
            data: {
              ...own,
              institutionId: desk.registrar.institutionId,
              position: 9,
              studentId: 9,
              fields: {},
            },
          }),
        ),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow("is filed");
    expect((await desk.sheetOf(listId)).intact).toBe(true);
  });
});

describe("institutions and roles stay apart", () => {
  test("another institution's student is not found, and nothing of the list is made", async () => {
    const [own = 0] = await desk.residents("A");
    const other = await newTestInstitution();
    const [foreign = 0] = await addTestResidents(other, [{ studentNo: "X" }]);
    const selection = chosen(own, foreign);
    const notFound = { code: "notFound", reason: "studentsNotFound" };
    await expect(createDraft(desk.registrar, { selection, asOf })).rejects.toMatchObject(notFound);
    await expect(previewRequestList(desk.registrar, { selection, asOf })).rejects.toMatchObject(
      notFound,
    );
    const listId = await desk.draftOf(own);
    await expect(addToDraft(desk.registrar, { listId, selection })).rejects.toMatchObject(notFound);
    expect(idsOf((await desk.sheetOf(listId)).included)).toEqual([own]);
  });

  test("another institution's list does not exist", async () => {
    const [own = 0] = await desk.residents("A");
    const listId = await desk.draftOf(own);
    const stranger = { ...desk.registrar, institutionId: await newTestInstitution() };
    const notFound = { code: "notFound" };
    await expect(getRequestList(stranger, { listId })).rejects.toMatchObject(notFound);
    await expect(discardDraft(stranger, { listId })).rejects.toMatchObject(notFound);
    expect(await listRequestLists(stranger, {})).toEqual([]);
  });

  test("a reader sees lists and makes none", async () => {
    const [own = 0] = await desk.residents("A");
    const listId = await desk.draftOf(own);
    const reader: Actor = { ...desk.registrar, role: "reader" };
    expect(await listRequestLists(reader, {})).toHaveLength(1);
    const { fingerprint } = await getRequestList(reader, { listId, asOf });
    const forbidden = { code: "forbidden" };
    const input = { listId, asOf, fingerprint: fingerprint ?? "", ...references };
    await expect(fileList(reader, input)).rejects.toMatchObject(forbidden);
    await expect(createDraft(reader, { selection: chosen(own), asOf })).rejects.toMatchObject(
      forbidden,
    );
    await expect(discardDraft(reader, { listId })).rejects.toMatchObject(forbidden);
  });
});
