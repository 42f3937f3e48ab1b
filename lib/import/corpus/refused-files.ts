import { encode, workbook } from "../file-for-tests";
import type { Refusal } from "../refusal";
import { workbookParts, zip } from "../workbook/zip-for-tests";
import { LOG_HEADING, lines, type UglyFile } from "./ugly-file";

const PNG = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489";
const RUSSIAN = "№ студента;Дата;Направление\nS-1;01.09.2025;въезд\nS-2;02.09.2025;выезд\n";
const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex");
const GOOD = `<row r="1"><c r="A1" t="inlineStr"><is><t>student_no</t></is></c></row>`;

/** What may say whose a crossing is. */
const WHO = [
  ["student_no"],
  ["document_no"],
  ["iin"],
  ["last_name", "first_name", "birth_date"],
  ["last_name_cyrillic", "first_name_cyrillic", "birth_date"],
] as const;

type Refused = readonly [name: string, bytes: UglyFile["bytes"], refused: Refusal];

const text = (content: string) => () => Buffer.from(content);
const hex = (content: string) => () => Buffer.from(content, "hex");

const NO_TABLE: readonly Refused[] = [
  ["an empty file", text(""), { code: "emptyFile" }],
  ["a byte order mark alone", text("\uFEFF"), { code: "emptyFile" }],
  ["blank lines", text("\r\n  \r\n"), { code: "blankFile" }],
  ["a picture named .csv", hex(PNG), { code: "notATable", found: "picture" }],
  [
    "a photograph of the list from a telephone",
    hex("0000001c6674797068656963000000006d696631"),
    { code: "notATable", found: "picture" },
  ],
  ["a scan in TIFF", hex("49492a0008000000"), { code: "notATable", found: "picture" }],
  ["a PDF", text("%PDF-1.7\n..."), { code: "notATable", found: "pdf" }],
  [
    "a web page named .xls",
    text("<html><table></table></html>"),
    { code: "notATable", found: "html" },
  ],
  [
    "a table of Excel 2003 in XML",
    text('\uFEFF<?xml version="1.0"?><Workbook/>'),
    { code: "notATable", found: "html" },
  ],
  [
    "a text in RTF",
    text("{\\rtf1 student_no;direction;at}"),
    { code: "notATable", found: "document" },
  ],
  ["a RAR archive", hex("526172211a0701008d7c"), { code: "notATable", found: "archive" }],
  ["a compressed CSV", hex("1f8b080000000000000003"), { code: "notATable", found: "archive" }],
  [
    "binary junk",
    () => Uint8Array.from({ length: 999 }, (_, i) => (i * 89) % 256),
    { code: "notATable", found: "binary" },
  ],
  ["an old workbook", () => Buffer.concat([COMPOUND, Buffer.alloc(600)]), { code: "oldXls" }],
  [
    "a workbook with a password",
    () => Buffer.concat([COMPOUND, Buffer.alloc(512), Buffer.from("EncryptedPackage", "utf16le")]),
    { code: "passwordProtected" },
  ],
  [
    "an archive of pictures",
    () => zip([{ name: "a.png", data: Buffer.from(PNG, "hex") }]),
    { code: "notATable", found: "archive" },
  ],
  [
    "a text document of Word",
    () => zip(workbookParts("").filter(({ name }) => !name.includes("sheet1"))),
    { code: "notATable", found: "document" },
  ],
  [
    "a table of LibreOffice",
    () =>
      zip([
        { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
        { name: "content.xml", data: "<office/>" },
      ]),
    { code: "notATable", found: "openDocument" },
  ],
  [
    "a workbook with macros",
    () => zip([...workbookParts(GOOD), { name: "xl/vbaProject.bin", data: "x" }]),
    { code: "macroWorkbook" },
  ],
  [
    "a binary workbook",
    () => zip([...workbookParts(GOOD), { name: "xl/workbook.bin", data: "x" }]),
    { code: "notATable", found: "binaryWorkbook" },
  ],
  [
    "a workbook one of whose parts is encrypted",
    () => zip([...workbookParts(GOOD), { name: "a", data: "x", flags: 1 }]),
    { code: "passwordProtected" },
  ],
  ["half a workbook", hex("504b03041400000008000000"), { code: "brokenFile" }],
  [
    "a workbook whose download broke off",
    () => zip(workbookParts(GOOD)).slice(0, 700),
    { code: "brokenFile" },
  ],
  [
    "UTF-16 cut in the middle of a letter",
    () => Buffer.from(RUSSIAN.repeat(20), "utf16le").subarray(0, -1),
    { code: "unknownEncoding" },
  ],
  [
    "accented letters of Latin-1",
    () =>
      Buffer.from(`${LOG_HEADING},checkpoint\n1,entry,2025-01-01,S\u00e3o Jos\u00e9\n`, "latin1"),
    { code: "unknownEncoding" },
  ],
];

const NO_LIST: readonly Refused[] = [
  ["a header alone", text(`${LOG_HEADING}\n`), { code: "noRows" }],
  ["a workbook whose sheet is blank", () => workbook([[null, ""]]), { code: "noRows" }],
  ["a workbook without any cell", () => workbook([]), { code: "noRows" }],
  [
    "a workbook with a heading and no rows",
    () => workbook([["student_no", "direction", "at"]]),
    { code: "noRows" },
  ],
  [
    "a column missing",
    text("student_no,at\nS-1,2025-09-01\n"),
    { code: "missingColumns", missing: [[["direction"]]] },
  ],
  [
    "no column that says who",
    text("direction,at\nentry,2025-09-01\n"),
    { code: "missingColumns", missing: [WHO] },
  ],
  [
    "a letter instead of a list",
    text("Дорогие коллеги!\nПосылаю список позже.\n"),
    {
      code: "missingColumns",
      missing: [WHO, [["direction"]], [["at"]]],
    },
  ],
  [
    "one column twice",
    text(`${LOG_HEADING},Дата\nS-1,entry,2025-09-01,2025-09-02\n`),
    { code: "duplicateColumns", duplicates: [{ field: "at", columns: [2, 3] }] },
  ],
  [
    "two header rows",
    text(`${LOG_HEADING}\n№ студента,Направление,Дата\nS-1,entry,2025-09-01\n`),
    { code: "twoHeaderRows" },
  ],
  [
    "the header twice",
    text(`${LOG_HEADING}\n${LOG_HEADING}\nS-1,entry,2025-09-01\n`),
    { code: "twoHeaderRows" },
  ],
  [
    "a roster taken for crossings",
    text("student_no,last_name,first_name,citizenship\nS-1,A,B,KZ\n"),
    { code: "wrongKind", chosen: "crossings", looksLike: "roster" },
  ],
  [
    "more columns than a table has",
    text(`${"x,".repeat(300)}y\n1\n`),
    { code: "tooManyColumns", columns: 301, limit: 256 },
  ],
  [
    "a quote that never closes",
    text(`${LOG_HEADING}\nS-1,entry,2025-09-01\nS-2,"entry,2025-09-02\nS-3,exit,2025-09-03\n`),
    { code: "unclosedQuote", row: 3 },
  ],
  [
    "a quote that never closes, far below the beginning",
    text(`${LOG_HEADING}\n${"S-3,exit,2025-09-03\n".repeat(5000)}S-2,"entry,2025-09-02\n`),
    { code: "unclosedQuote", row: 5002 },
  ],
  [
    "a record longer than any row",
    text(`${LOG_HEADING}\nS-2,"${"x".repeat(1_200_000)}",2025-09-02\n`),
    { code: "recordTooLong", row: 2, limit: 1024 * 1024 },
  ],
  [
    "a sheet whose rows go backwards",
    () =>
      zip(
        workbookParts(
          `${ROW(1, "student_no", "direction", "at")}${ROW(3, "S-1", "entry", "2025-09-01")}${ROW(2, "S-1", "exit", "2025-09-02")}`,
        ),
      ),
    { code: "brokenFile" },
  ],
  [
    "a cell in the last column of the sheet",
    () => zip(workbookParts(`<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>`)),
    { code: "tooManyColumns", columns: 16_384, limit: 256 },
  ],
  [
    "a cell of two megabytes",
    () =>
      zip(
        workbookParts(
          `<row r="1"><c r="A1" t="inlineStr"><is><t>${noise(2 ** 21)}</t></is></c></row>`,
        ),
      ),
    { code: "zipBomb" },
  ],
];

/** A row of a sheet with its texts in its cells. */
function ROW(rowNo: number, ...texts: readonly string[]): string {
  const cells = texts.map(
    (value, i) =>
      `<c r="${String.fromCharCode(65 + i)}${rowNo}" t="inlineStr"><is><t>${value}</t></is></c>`,
  );
  return `<row r="${rowNo}">${cells.join("")}</row>`;
}

/** Letters that do not pack well, the same each time. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % 36).toString(36);
  }).join("");
}

const OTHERWISE: readonly UglyFile[] = [
  {
    name: "a text that is not in the encoding which a person chose",
    kind: "crossings",
    bytes: () => encode(RUSSIAN, "windows-1251"),
    decided: { reading: { encoding: "utf-8" } },
    expected: { refused: { code: "wrongEncoding", encoding: "utf-8" } },
  },
  {
    name: "a workbook without the sheet that a person chose",
    kind: "crossings",
    bytes: () =>
      workbook([
        ["student_no", "direction", "at"],
        ["S-1", "entry", "2025-09-01"],
      ]),
    decided: { reading: { sheet: "Сентябрь" } },
    expected: { refused: { code: "noSuchSheet", sheet: "Сентябрь" } },
  },
  {
    name: "crossings taken for grounds of stay",
    kind: "grounds",
    bytes: () => lines(LOG_HEADING, "S-3,entry,2025-09-01"),
    expected: { refused: { code: "wrongKind", chosen: "grounds", looksLike: "crossings" } },
  },
  {
    name: "a list of grounds taken for an answer of the authority",
    kind: "authority",
    bytes: () =>
      lines(
        "student_no;kind;number;valid_from;valid_to;status",
        "S-1;dormitory;D-1;2025-10-10;2026-06-30;granted",
      ),
    expected: { refused: { code: "wrongKind", chosen: "authority", looksLike: "grounds" } },
  },
  {
    name: "a list of grounds with a column of results taken for an answer of the authority",
    kind: "authority",
    bytes: () =>
      lines(
        "Номер студента;Вид основания;Номер;Действует с;Действует по;Результат",
        "S-1;общежитие;О-1;10.10.2025;30.06.2026;выдано",
        "S-2;виза;В-1;01.01.2025;31.12.2027;выдано",
      ),
    expected: { refused: { code: "wrongKind", chosen: "authority", looksLike: "grounds" } },
  },
];

/** Files that are not read at all, each for its reason. */
export const REFUSED_FILES: readonly UglyFile[] = [
  ...[...NO_TABLE, ...NO_LIST].map(
    ([name, bytes, refused]): UglyFile => ({
      name,
      kind: "crossings",
      bytes,
      expected: { refused },
    }),
  ),
  ...OTHERWISE,
];
