import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import { valuesOfSide } from "@/components/students/people/side-values";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { newTestAccount } from "../access/test-account";
import { addDormitory } from "../office/dormitories";
import { load, merge } from "../students/test-records";
import { undoPersonChange } from "../students/undo-person-change";
import { getQuestions } from "./decide-people";
import { getImport } from "./get-import";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";

afterAll(closeConnections);

const ROSTER = "student_no,last_name,first_name,birth_date,citizenship";

let actor: Actor;
beforeEach(async () => {
  actor = (await newTestAccount(await newTestInstitution(), "administrator")).actor;
  await load(actor, "roster", [ROSTER, "S-1,DUB,ANN,2004-03-15,KZ"]);
  await load(actor, "roster", [ROSTER, "S-2,DUBOVSKY,ANNETTE,2004-03-15,KZ"]);
});

/** What would become of the rows of a file. */
async function read(kind: ImportKind, lines: readonly string[]) {
  const content = Readable.from([Buffer.from(`${lines.join("\n")}\n`)]);
  const importId = await receiveFile(actor, { kind, fileName: `${kind}.csv`, content }, false);
  await readFile(actor, importId);
  return (await getImport(actor, { importId })).record.counts;
}

const DOUBLE = [ROSTER, "S-9,DUBOVSKY,ANNETTE,2004-03-15,KZ"];

test("the name of a record that went into another is the other one's: under a new number it is asked about", async () => {
  const changeId = await merge(actor, "S-1", "S-2");
  expect(await read("roster", DOUBLE)).toMatchObject({ toConfirm: 1 });
  await undoPersonChange(actor, { changeId });
  expect(await read("roster", DOUBLE)).toMatchObject({ toConfirm: 1 });
  expect(await read("roster", [ROSTER, "S-8,DUB,ANN,2004-03-15,KZ"])).toMatchObject({
    toConfirm: 1,
  });
});

test("the question says by which former name the student is meant, and shows documents whole", async () => {
  await load(actor, "roster", [`${ROSTER},document_no`, "S-1,DUB,ANN,2004-03-15,KZ,N12345678"]);
  await merge(actor, "S-1", "S-2");
  const content = Readable.from([Buffer.from(`${DOUBLE.join("\n")}\n`)]);
  const importId = await receiveFile(
    actor,
    { kind: "roster", fileName: "roster.csv", content },
    false,
  );
  await readFile(actor, importId);
  const { questions, likely } = await getQuestions(actor, { importId });
  const [candidate] = questions[0]?.candidates ?? [];
  expect(candidate).toMatchObject({
    reasons: ["name"],
    formerName: { lastName: "DUBOVSKY", firstName: "ANNETTE" },
  });
  expect(candidate && valuesOfSide(candidate.side, "ru")).toMatchObject({
    latin: "DUB ANN",
    former: "DUBOVSKY ANNETTE",
    documents: "N12345678",
  });
  expect(likely.people[0]?.formerName).toMatchObject({ lastName: "DUBOVSKY" });
});

test("and a list of residents finds the student by it", async () => {
  await addDormitory(actor, { name: "Общежитие № 2", address: "Бишкек", manager: "" });
  await merge(actor, "S-1", "S-2");
  const list = ["last_name,first_name,birth_date,dormitory,room"];
  const row = "DUBOVSKY,ANNETTE,2004-03-15,Общежитие № 2,101";
  expect(await read("residents", [...list, row])).toMatchObject({ toConfirm: 1 });
});
