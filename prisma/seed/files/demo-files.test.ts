import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Facts } from "@/lib/import/facts";
import type { ImportSource } from "@/lib/import/file-format";
import { readImport } from "@/lib/import/read-import";
import { DORMITORIES } from "../housing";
import { type InstitutionData, makeDemonstration } from "../institution-data";
import { LATER_END, LOG_END } from "../rhythms";
import { type DemoFile, makeFiles } from "./demo-files";
import { LISTED_HALL } from "./residents-file";
import { inWindows1251 } from "./windows-1251";

let data: InstitutionData;
let made: DemoFile[];

beforeAll(async () => {
  data = makeDemonstration();
  made = await makeFiles(data);
}, 60_000);

/** All facts of a file as the importer reads it, with how it was read; throws where a row has an issue or a notice. */
async function factsIn<K extends keyof Facts>(kind: K, source: ImportSource) {
  const dormitories = DORMITORIES.map(({ name }, i) => ({ id: i + 1, name }));
  const opened = await readImport(source, {
    kind,
    dormitories,
    today: kind === "residents" ? LOG_END : undefined,
  });
  if ("refused" in opened) throw new Error(JSON.stringify(opened.refused));
  const facts: Facts[K][] = [];
  for await (const { rowNo, parsed } of opened.rows()) {
    if (!parsed.ok || parsed.notices.length > 0) {
      throw new Error(`row ${rowNo}: ${JSON.stringify(parsed)}`);
    }
    facts.push(parsed.fact);
  }
  return { format: opened.format, unmapped: opened.unmapped, facts };
}

describe("the files in demo/", { timeout: 60_000 }, () => {
  it("are what the generator writes: the texts letter for letter, the workbook cell for cell", async () => {
    for (const { kind, name, content } of made) {
      const file = await readFile(join("demo", name));
      if (name.endsWith(".csv")) expect(file.equals(content), name).toBe(true);
      else
        expect(await factsIn(kind, { bytes: file })).toEqual(
          await factsIn(kind, { bytes: content }),
        );
    }
  });

  it("hold every student of the roster, read without a word of complaint", async () => {
    const roster = await factsIn("roster", { path: "demo/roster.xlsx" });
    expect(roster.unmapped).toEqual([]);
    expect(roster.facts).toEqual(
      data.students.map((student) =>
        expect.objectContaining({
          studentNo: student.studentNo,
          lastName: student.lastName,
          lastNameCyrillic: student.lastNameCyrillic,
          middleNameCyrillic: student.middleNameCyrillic,
          birthDate: student.birthDate,
          sex: student.sex,
          citizenship: student.citizenship,
          documentNo: student.paper.number,
          documentExpires: student.paper.expires,
          iin: student.iin,
          year: String(student.study.year),
          housing: student.housing,
          phone: student.phone,
        }),
      ),
    );
  });

  it("hold every crossing, in Windows-1251 with semicolons", async () => {
    const log = await factsIn("crossings", { path: "demo/crossings.csv" });
    expect(log.format).toMatchObject({ type: "csv", encoding: "windows-1251", delimiter: ";" });
    const [student] = data.students.filter(({ crossings }) => crossings.length > 20);
    expect(log.facts).toHaveLength(data.students.flatMap(({ crossings }) => crossings).length);
    expect(log.facts.filter(({ studentNo }) => studentNo === student?.studentNo)).toEqual(
      student?.crossings.map((crossing) => ({ ...crossing, studentNo: student.studentNo })),
    );
  });

  it("hold what came after the log, none of it before its end", async () => {
    const { facts } = await factsIn("crossings", { path: "demo/crossings-later.csv" });
    expect(facts.length).toBeGreaterThan(1_000);
    expect(facts.every(({ day }) => day > LOG_END && day <= LATER_END)).toBe(true);
  });

  it("hold a dormitory's list, whose every row is a resident of that hall", async () => {
    const { facts, unmapped } = await factsIn("residents", { path: "demo/dormitory-2.xlsx" });
    // The numbers of the lines alone are not read.
    expect(unmapped).toEqual([0]);
    const residents = data.students.filter(({ residence }) => residence?.dormitory === LISTED_HALL);
    const known = new Map(residents.map((student) => [student.paper.number, student]));
    expect(facts.length).toBeGreaterThan(50);
    for (const { documentNo, birthDate, dormitoryId } of facts) {
      expect(known.get(documentNo)).toMatchObject({ birthDate });
      expect(dormitoryId).toBe(2);
    }
    expect(facts.some(({ ended }) => ended === "yes")).toBe(true);
  });

  it("hold an authority's answer, with a reason where it is no registration", async () => {
    const { facts, unmapped } = await factsIn("authority", { path: "demo/answer.xlsx" });
    expect(unmapped).toEqual([0]);
    const results = (["registered", "refused", "returned"] as const).map(
      (result) => facts.filter((fact) => fact.result === result).length,
    );
    expect(results.every((count) => count > 0)).toBe(true);
    const known = new Map(data.students.map((student) => [student.paper.number, student]));
    for (const { documentNo, birthDate, result, reason, validFrom } of facts) {
      expect(known.get(documentNo)).toMatchObject({ birthDate });
      expect([reason !== "", validFrom !== null]).toEqual([
        result !== "registered",
        result === "registered",
      ]);
    }
  });

  it("hold every ground", async () => {
    const { facts } = await factsIn("grounds", { path: "demo/grounds.csv" });
    expect(facts).toEqual(
      data.students.flatMap(({ studentNo, grounds }) =>
        grounds.map(({ from, to, visaType = "", ...ground }) => ({
          studentNo,
          ...ground,
          visaType,
          validFrom: from,
          validTo: to,
        })),
      ),
    );
  });
});

describe("Windows-1251", () => {
  it("holds Russian and refuses Ң, which would be lost", () => {
    expect(new TextDecoder("windows-1251").decode(inWindows1251("въезд; Ё №"))).toBe("въезд; Ё №");
    expect(() => inWindows1251("Жаңыл")).toThrow("Windows-1251 has no ң");
  });
});
