import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { commitImport } from "./commit-import";
import { getImport } from "./get-import";
import { officeOfLog } from "./mends/test-mended-log";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { rereadImport } from "./reread-import";
import { writeImport } from "./write-import";

let actor: Actor;
beforeEach(async () => {
  actor = await officeOfLog();
});
afterAll(closeConnections);

type Changes = Parameters<typeof rereadImport>[1]["answers"];
type Kind = "roster" | "crossings";

async function read(text: string, kind: Kind = "crossings"): Promise<string> {
  const content = Readable.from([Buffer.from(text)]);
  const importId = await receiveFile(actor, { kind, fileName: "a.csv", content }, false);
  await readFile(actor, importId);
  return importId;
}

async function answer(importId: string, answers: Changes, kind: Kind = "crossings") {
  await rereadImport(actor, { importId, kind, answers, inBackground: false });
  await readFile(actor, importId);
}

/** What the page tells of answers: the answer, and cells as they are read by it. */
async function told(importId: string) {
  const { givenAnswers, questions } = await getImport(actor, { importId });
  return {
    asked: questions.map(({ name }) => name),
    given: givenAnswers.map(({ answer, examples }) => [
      answer,
      ...examples.map(({ text, read }) => {
        const value = read[answer];
        return `${text} → ${typeof value === "number" ? formatDay(value) : value}`;
      }),
    ]),
  };
}

const days = () =>
  inInstitution(actor, async (tx) => {
    const found = await tx.crossing.findMany({ orderBy: { day: "asc" } });
    return found.map(({ day }) => day.toISOString().slice(0, 10));
  });

const LOG = "student_no,direction,at\nS-1,entry,03/04/2025\nS-1,exit,05/06/2025\n";

test("the answer which comes first is told with dates of the file, and can be given anew until the file is written", async () => {
  const importId = await read(LOG);
  expect(await told(importId)).toEqual({ asked: ["dateOrder"], given: [] });
  await answer(importId, { dateOrder: "monthFirst" });
  expect(await told(importId)).toEqual({
    asked: [],
    given: [["monthFirst", "03/04/2025 → 2025-03-04", "05/06/2025 → 2025-05-06"]],
  });
  await answer(importId, { dateOrder: "dayFirst" });
  const { given } = await told(importId);
  expect(given).toEqual([["dayFirst", "03/04/2025 → 2025-04-03", "05/06/2025 → 2025-06-05"]]);
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  await writeImport(actor, importId, null);
  expect(await days()).toEqual(["2025-04-03", "2025-06-05"]);
  expect((await told(importId)).given).toEqual(given);
});

test("whose answer it is stays, also where another question is answered later", async () => {
  const importId = await read(LOG.replace("05/06/2025", "45901"));
  await answer(importId, { dateOrder: "monthFirst" });
  const [first] = (await getImport(actor, { importId })).givenAnswers;
  expect(first?.at).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  await answer(importId, { serials: true });
  const { givenAnswers } = await getImport(actor, { importId });
  expect(givenAnswers.find(({ name }) => name === "dateOrder")).toEqual(first);
});

test("that numbers are days can be taken back: the question is asked again", async () => {
  const importId = await read(LOG.replaceAll(/0.\/0.\/2025/g, "45901"));
  await answer(importId, { serials: true });
  expect(await told(importId)).toEqual({ asked: [], given: [["yes", "45901 → 2025-09-01"]] });
  await answer(importId, { serials: false });
  expect(await told(importId)).toEqual({ asked: ["serials"], given: [] });
});

test("that zeros are put back is told with the numbers, and can be answered otherwise", async () => {
  const roster =
    "student_no,last_name,first_name,citizenship,document_no\nS-7,A,B,KZ,12345678\nS-8,C,D,KZ,012345679\n";
  const importId = await read(roster, "roster");
  expect(await told(importId)).toEqual({ asked: ["zeros"], given: [] });
  await answer(importId, { zeros: "restore" }, "roster");
  expect((await told(importId)).given).toEqual([["restore", "12345678 → 012345678"]]);
  await answer(importId, { zeros: "keep" }, "roster");
  expect((await told(importId)).given).toEqual([["keep"]]);
});

test("that years of birth are the last possible ones is told with the dates, and can be taken back", async () => {
  const roster =
    "student_no,last_name,first_name,citizenship,birth_date\nS-7,A,B,KZ,19.09.05\nS-8,C,D,KZ,7-дек-98\n";
  const importId = await read(roster, "roster");
  expect(await told(importId)).toEqual({ asked: ["birthYears"], given: [] });
  await answer(importId, { birthYears: true }, "roster");
  expect(await told(importId)).toEqual({
    asked: [],
    given: [["yes", "19.09.05 → 2005-09-19", "7-дек-98 → 1998-12-07"]],
  });
  await answer(importId, { birthYears: false }, "roster");
  expect(await told(importId)).toEqual({ asked: ["birthYears"], given: [] });
});
