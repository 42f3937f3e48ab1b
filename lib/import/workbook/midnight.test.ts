import { expect, test } from "vitest";
import { formatDay } from "@/lib/civil-date/day";
import { readAll } from "../file-for-tests";
import { type Part, workbookParts, zip } from "./zip-for-tests";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Style 1 shows a date, 2 a date with its time, 3 the same by a format that programs have without naming it. */
const STYLES = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>
<numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy\\ hh:mm;@"/></numFmts><cellXfs count="4"><xf numFmtId="0"/>
<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>`;

const text = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A workbook of crossings at these numbers of days, each with its style. */
function log(...moments: [serial: number, style: number][]): Uint8Array {
  const rows = moments.map(
    ([serial, style], i) =>
      `<row r="${i + 2}">${text(`A${i + 2}`, `S-${i}`)}${text(`B${i + 2}`, "въезд")}<c r="C${i + 2}" s="${style}"><v>${serial}</v></c></row>`,
  );
  const heading = `<row r="1">${text("A1", "№ студента")}${text("B1", "Направление")}${text("C1", "Дата и время")}</row>`;
  const parts = workbookParts(heading + rows.join("")).map((part): Part => {
    if (!part.name.endsWith("workbook.xml.rels")) return part;
    const styles = `<Relationship Id="rId9" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
    return { ...part, data: String(part.data).replace("</Relationships>", styles) };
  });
  return zip([...parts, { name: "xl/styles.xml", data: STYLES }]);
}

async function read(...moments: [number, number][]) {
  const { rows } = await readAll(log(...moments), { kind: "crossings" });
  return rows.map(({ parsed }) => [
    parsed.ok ? `${formatDay(parsed.fact.day)} ${parsed.fact.minute}` : "wrong",
    ...parsed.notices.map(({ code }) => code),
  ]);
}

test("a cell that shows 00:00 is at midnight and marked so; one that shows a date alone has no time", async () => {
  expect(await read([45901, 1], [45901, 2], [45902, 3], [45903.5, 2])).toEqual([
    ["2025-09-01 null"],
    ["2025-09-01 0", "nearMidnight"],
    ["2025-09-02 0", "nearMidnight"],
    ["2025-09-03 720"],
  ]);
});

test("a workbook in which every time is 00:00 has no times: that is told once, as of a text", async () => {
  expect(await read([45901, 2], [45902, 2], [45903, 1])).toEqual([
    ["2025-09-01 0", "noTimes"],
    ["2025-09-02 0"],
    ["2025-09-03 null"],
  ]);
});

test("a birth date in a cell that would show a time is the day", async () => {
  const file = log([38000, 2]);
  const { rows } = await readAll(file, {
    kind: "roster",
    namesNeeded: false,
    mapping: ["student_no", null, "birth_date"],
    answers: {
      ...{ constants: { citizenship: "KZ" }, dateOrder: null, serials: false, zeros: null },
    },
  });
  expect(rows[0]?.parsed).toMatchObject({ ok: true, fact: { birthDate: 12431 } });
});
