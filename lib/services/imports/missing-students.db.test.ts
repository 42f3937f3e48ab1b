import { Readable } from "node:stream";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { commitImport } from "./commit-import";
import { compareLastLog } from "./compare-last-log";
import { findEffect } from "./find-effect";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { rereadImport } from "./reread-import";
import { writeImport } from "./write-import";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await importFile(actor, file("roster", ROSTER));
});
afterAll(closeConnections);

const HEAD = "student_no,last_name,first_name,birth_date,citizenship,document_no\n";
const ROSTER = `${HEAD}S-1,OMURBEKOVA,AIZADA,2005-02-28,KZ,N11111111
S-2,IVANOV,PETR,2004-01-01,RU,012345678
S-3,ABENOV,MARAT,2004-05-05,KZ,N33333333
S-4,SERIKOV,ERLAN,2003-03-03,KZ,N44444444
`;

const file = (kind: ImportKind, text: string, fileName = `${kind}.csv`) => ({
  kind,
  fileName,
  content: Readable.from([Buffer.from(text)]),
});

async function checked(kind: ImportKind, text: string, fileName?: string): Promise<string> {
  const importId = await receiveFile(actor, file(kind, text, fileName), false);
  await readFile(actor, importId);
  await findEffect(actor, importId);
  return importId;
}

/** Who is missing by a file, by name, with how many of its rows are not read yet. */
async function missing(kind: ImportKind, text: string) {
  return missingFrom(await checked(kind, text));
}

async function missingFrom(importId: string) {
  const { record, effect, comparedLog: compared } = await getImport(actor, { importId });
  if (record.effect === null || "failed" in record.effect) throw new Error("no effect");
  const groups = effect.filter(({ kind: of }) => of === "absent" || of === "vanished");
  const names = groups.flatMap(({ students }) => students.map(({ name }) => name));
  return { names, unread: record.effect.unread, lastLog: record.effect.lastLog, compared };
}

describe("who is missing from a roster", () => {
  test("is none of those whom a row names that cannot be read, contradicts another or is to be confirmed", async () => {
    const text = `${HEAD}S-1,OMURBEKOVA,AIZADA,31.02.2005,KZ,
S-9,ABENOV,MARAT,2004-05-05,KZ,
S-8,PETROV,IVAN,2004-01-09,RU,12345678
`;
    expect(await missing("roster", text)).toMatchObject({ names: ["SERIKOV ERLAN"], unread: 0 });
  });

  test("is said with how many rows name nobody whom we know", async () => {
    const text = `${HEAD}S-1,OMURBEKOVA,AIZADA,2005-02-28,KZ,
S-77,SERIKOV,ERLAN,31.02.2003,KZ,
`;
    expect(await missing("roster", text)).toMatchObject({
      names: ["ABENOV MARAT", "IVANOV PETR", "SERIKOV ERLAN"],
      unread: 1,
    });
  });
});

describe("who has vanished from a log", () => {
  const log = (...rows: string[]) => ["document_no,direction,at", ...rows].join("\n");
  const YEAR = [
    "N11111111,entry,2025-01-10",
    "012345678,entry,2025-01-11",
    "N33333333,entry,2025-01-12",
    "N44444444,entry,2025-03-01",
  ];

  test("is none of those whose rows wait for an answer", async () => {
    await importFile(actor, file("crossings", log(...YEAR)));
    const waiting = YEAR.slice(0, 3).map((row) => row.replace("2025-01-1", "0x/"));
    const text = log(...waiting, "N44444444,entry,2025-01-10", "N44444444,exit,2025-03-01");
    expect(await missing("crossings", text)).toMatchObject({ names: [], unread: 0 });
  });

  test("is looked for among those who crossed on the days that the file covers", async () => {
    await importFile(actor, file("crossings", log(...YEAR), "year.csv"));
    const january = log(YEAR[0] ?? "", YEAR[1] ?? "", "N11111111,exit,2025-01-20");
    expect(await missing("crossings", january)).toMatchObject({
      names: ["ABENOV MARAT"],
      lastLog: { fileName: "year.csv" },
    });
  });

  test("is not claimed of a file with fewer than half of them: it is a part, and says so", async () => {
    await importFile(actor, file("crossings", log(...YEAR)));
    const part = log("N44444444,entry,2025-01-10", "N44444444,exit,2025-03-01");
    expect(await missing("crossings", part)).toMatchObject({
      names: [],
      lastLog: { part: { here: 1, there: 4 } },
    });
  });

  test("is compared with the last log of the same columns, whatever was written since", async () => {
    await importFile(actor, file("crossings", log(...YEAR), "whole.csv"));
    const other = "date,direction,document_no\n2025-01-10,entry,N11111111\n";
    await importFile(actor, file("crossings", other, "other.csv"));
    const text = log(...YEAR.filter((_, place) => place !== 2));
    expect(await missing("crossings", text)).toMatchObject({
      names: ["ABENOV MARAT"],
      lastLog: { fileName: "whole.csv" },
    });
  });

  test("of logs without a heading is compared with the last one whose columns were read as the same", async () => {
    const headless = async (text: string, mapping: string[], fileName: string) => {
      const importId = await receiveFile(actor, file("crossings", text, fileName), false);
      await readFile(actor, importId);
      await rereadImport(actor, { importId, kind: "crossings", mapping, inBackground: false });
      await readFile(actor, importId);
      await findEffect(actor, importId);
      return importId;
    };
    const write = async (importId: string) => {
      await commitImport(actor, { importId, leaveOut: false, inBackground: false });
      await writeImport(actor, importId, null);
    };
    const byNumber = (...numbers: string[]) =>
      numbers.map((number) => `${number},entry,2025-01-10\n`).join("");
    const columns = ["student_no", "direction", "at"];
    await write(await headless(byNumber("S-1", "S-2", "S-3"), columns, "whole.csv"));
    const byDocument = "2025-01-11,exit,N11111111\n2025-01-12,entry,N11111111\n";
    const other = await headless(byDocument, ["at", "direction", "document_no"], "other.csv");
    expect((await missingFrom(other)).lastLog).toBeNull();
    await write(other);
    expect(
      await missingFrom(await headless(byNumber("S-1", "S-2"), columns, "next.csv")),
    ).toMatchObject({
      names: ["ABENOV MARAT"],
      lastLog: { fileName: "whole.csv" },
    });
  });

  test("is not told where a person says that the logs are not to be compared, nor of the next one, until it is said otherwise", async () => {
    await importFile(actor, file("crossings", log(...YEAR), "whole.csv"));
    const without = (place: number) => log(...YEAR.filter((_, at) => at !== place));
    const compare = (importId: string, isCompared: boolean) =>
      compareLastLog(actor, { importId, isCompared });
    const second = await checked("crossings", without(2), "second.csv");
    await compare(second, false);
    expect(await missingFrom(second)).toMatchObject({
      names: [],
      lastLog: { fileName: "whole.csv" },
      compared: { isCompared: false, by: "person" },
    });
    await compare(second, true);
    expect(await missingFrom(second)).toMatchObject({ names: ["ABENOV MARAT"] });
    await compare(second, false);
    await commitImport(actor, { importId: second, leaveOut: false, inBackground: false });
    await writeImport(actor, second, null);
    await expect(compare(second, true)).rejects.toMatchObject({ reason: "importNotReady" });

    const third = await checked("crossings", without(1), "third.csv");
    expect(await missingFrom(third)).toMatchObject({
      names: [],
      lastLog: { fileName: "second.csv" },
      compared: { isCompared: false, by: "lastLog" },
    });
    await compare(third, true);
    expect(await missingFrom(third)).toMatchObject({
      names: ["IVANOV PETR"],
      compared: { isCompared: true, by: "person" },
    });
  });
});
