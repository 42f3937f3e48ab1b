import { Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { closeConnections } from "@/lib/db/connection";
import { importFile } from "../imports/import-file";
import { takeBack } from "../imports/take-back";
import { undoImport } from "../imports/undo-import";
import { undoPreview } from "../imports/undo-preview";
import { newTestRegistrar } from "./test-registrar";

afterAll(closeConnections);

const HEADER = "student_no,kind,number,valid_from,valid_to,status";

test("the type of a visa comes from the file of grounds to the list, and goes with its import", async () => {
  const { registrar, residents, draftOf, sheetOf } = await newTestRegistrar();
  const [id = 0] = await residents("S-1");
  const listId = await draftOf(id);
  const grounds = async (text: string) =>
    importFile(registrar, {
      kind: "grounds",
      fileName: "grounds.csv",
      content: Readable.from([Buffer.from(text)]),
    });
  const onList = async () => {
    const { fields, warnings } = (await sheetOf(listId)).included[0] ?? {};
    return { no: fields?.visaNo, type: fields?.visaType, warnings };
  };
  const row = "S-1,visa,KG1,2025-11-01,2026-12-31,granted";

  await grounds(`${HEADER}\n${row}\n`);
  expect(await onList()).toEqual({
    no: "KG1",
    type: "",
    warnings: [{ kind: "visaTypeMissing" }],
  });

  const { id: later } = await grounds(`${HEADER},Вид визы\n${row},учебная\n`);
  expect(await onList()).toEqual({ no: "KG1", type: "учебная", warnings: [] });

  // A file without the column says nothing of it.
  await grounds(`${HEADER}\n${row}\n`);
  expect((await onList()).type).toBe("учебная");

  const { agreement } = await undoPreview(registrar, { importId: later });
  await undoImport(registrar, { importId: later, agreement, inBackground: false });
  await takeBack(registrar, later);
  expect((await onList()).type).toBe("");
});
