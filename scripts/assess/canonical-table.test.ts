import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCanonical } from "./canonical-table";
import { problemLine } from "./problems";

const folder = mkdtempSync(join(tmpdir(), "sanak-canonical-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Uint8Array) {
  const path = join(folder, "roster.csv");
  writeFileSync(path, content);
  const rows: string[] = [];
  const problems = await readCanonical(path, ["student_no", "citizenship"], ({ ref, cell }) => {
    rows.push([ref, cell("student_no"), cell("citizenship")].join(" "));
  });
  return { rows, problems: problems.map(problemLine) };
}

const cyrillic1251 = Buffer.from([0xc8, 0xe2, 0xe0, 0xed, 0xee, 0xe2]);

describe("a canonical file", () => {
  it("is read past a byte order mark, by semicolons and line ends of Windows, blank lines left out", async () => {
    const { rows, problems } = await read(
      "\uFEFFstudent_no;Citizenship;note\r\nS-1;KZ;x\r\n\r\n S-2 ;RU;\r\n",
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual(["roster.csv:2 S-1 KZ", "roster.csv:4 S-2 RU"]);
  });

  it.each([
    ["that is empty", "", "roster.csv: the file is empty"],
    ["of blank lines", "\n \n", "roster.csv: the file is empty"],
    ["without a column", "student_no,name\nS-1,A\n", "roster.csv:1: no column citizenship"],
    [
      "with a column twice",
      "student_no,citizenship,citizenship\nS-1,KZ,KZ\n",
      "roster.csv:1: two columns citizenship",
    ],
    [
      "with a row that is too short",
      "student_no,citizenship\nS-1,KZ\nS-2\n",
      "roster.csv:3: 1 cells, but the header has 2",
    ],
    [
      "in Windows-1251",
      Buffer.concat([Buffer.from("student_no,citizenship,name\nS-1,KZ,"), cyrillic1251]),
      "roster.csv: not UTF-8",
    ],
    [
      "with an open quotation mark",
      'student_no,citizenship\n"S-1,KZ\nS-2,KZ\n',
      "roster.csv:2: a quotation mark is opened and never closed",
    ],
  ])("%s is refused", async (_, content, line) => {
    expect((await read(content)).problems).toEqual([line]);
  });

  it("that is a folder is refused", async () => {
    const problems = await readCanonical(folder, ["student_no"], () => undefined);
    expect(problems.map(({ text }) => text)).toEqual(["a folder, not a file"]);
  });
});
