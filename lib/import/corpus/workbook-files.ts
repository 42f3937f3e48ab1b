import { writeXlsx } from "hucre/xlsx";
import { workbook } from "../file-for-tests";
import { type Part, workbookParts, zip } from "../workbook/zip-for-tests";
import { TWO_NEW, type UglyFile } from "./ugly-file";

const inline = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADING = `<row r="1">${inline("A1", "student_no")}${inline("B1", "direction")}${inline("C1", "at")}</row>`;
const row = (n: number, at = inline(`C${n}`, `2025-09-0${n}`), attributes = "") =>
  `<row r="${n}"${attributes}>${inline(`A${n}`, `S-${n}`)}${inline(`B${n}`, "entry")}${at}</row>`;
const sheet = (data: string, ...more: readonly Part[]) => zip([...workbookParts(data), ...more]);

const LOG = ["student_no", "direction", "at"];
const DAY = (text: string) => new Date(`${text}Z`);

/** The sheet's XML as another program writes it. */
function rewritten(change: (xml: string) => string): Uint8Array {
  return zip(
    workbookParts(HEADING + row(2) + row(3)).map((part) =>
      part.name.includes("sheet1") ? { ...part, data: change(String(part.data)) } : part,
    ),
  );
}

/** Two crossings of two known students, in workbooks of many makers. */
const TWO_CROSSINGS: readonly (readonly [string, UglyFile["bytes"]])[] = [
  [
    "a workbook with its texts in the cells, as scripts write it",
    () => sheet(HEADING + row(2) + row(3)),
  ],
  [
    "a workbook with prefixes at every element",
    () => rewritten((xml) => xml.replace(/<(\/?)(\w)/g, "<$1x:$2").replace("xmlns=", "xmlns:x=")),
  ],
  [
    "a workbook without references of rows and cells",
    () => rewritten((xml) => xml.replace(/ r="\w+"/g, "")),
  ],
  [
    "a workbook with comments and CDATA in its XML",
    () => rewritten((xml) => xml.replaceAll("<t>S-2</t>", "<t><!-- n --><![CDATA[S-2]]></t>")),
  ],
  [
    "a workbook with line ends within its tags",
    () => rewritten((xml) => xml.replaceAll("<c r=", "<c\n r=")),
  ],
  [
    "a workbook whose first sheet is a note",
    () =>
      writeXlsx({
        sheets: [
          { name: "Справка", rows: [["Составил деканат"]] },
          {
            name: "Журнал",
            rows: [LOG, ["S-1", "entry", "2025-09-01"], ["S-2", "exit", "2025-09-02"]],
          },
        ],
      }),
  ],
  [
    "a workbook with a hidden sheet of lists",
    () =>
      writeXlsx({
        sheets: [
          { name: "Списки", hidden: true, rows: [["въезд"], ["выезд"]] },
          {
            name: "Журнал",
            rows: [LOG, ["S-1", "entry", "2025-09-01"], ["S-2", "exit", "2025-09-02"]],
          },
        ],
      }),
  ],
  [
    "a workbook with real dates and times",
    () =>
      workbook([
        LOG,
        ["S-1", "entry", DAY("2025-09-01T08:05:00")],
        ["S-2", "exit", DAY("2025-09-02T18:40:00")],
      ]),
  ],
  [
    "a workbook that counts days from 1904",
    () =>
      writeXlsx({
        dateSystem: "1904",
        sheets: [
          {
            name: "1",
            rows: [
              LOG,
              ["S-1", "entry", DAY("2025-09-01T12:00:00")],
              ["S-2", "exit", DAY("2025-09-02T12:00:00")],
            ],
          },
        ],
      }),
  ],
  [
    "rows far below each other, the last one the last of the sheet",
    () => sheet(HEADING + row(2) + row(3).replaceAll('3"', '1048576"')),
  ],
  [
    "a sheet whose formatting reaches far beyond its data",
    () =>
      sheet(
        HEADING +
          row(2) +
          row(3) +
          Array.from(
            { length: 3000 },
            (_, i) => `<row r="${i + 4}"><c r="A${i + 4}" s="1"/><c r="XFD${i + 4}" s="1"/></row>`,
          ).join(""),
      ),
  ],
  [
    "shared strings in pieces of several fonts",
    () =>
      zip(
        workbookParts(
          HEADING + row(2).replace(/<c r="A2".*?<\/c>/, '<c r="A2" t="s"><v>0</v></c>') + row(3),
          `<sst><si><r><t>S</t></r><r><rPr/><t xml:space="preserve">-2</t></r></si></sst>`,
        ),
      ),
  ],
];

/** Workbooks as programs of all kinds write them. */
export const WORKBOOK_FILES: readonly UglyFile[] = [
  ...TWO_CROSSINGS.map(
    ([name, bytes]): UglyFile => ({ name, kind: "crossings", bytes, expected: TWO_NEW }),
  ),
  {
    name: "rows hidden by a filter",
    kind: "crossings",
    bytes: () => sheet(HEADING + row(2) + row(3, undefined, ' hidden="1"')),
    expected: { ...TWO_NEW, told: { 3: ["shownHidden"] } },
  },
  {
    name: "hidden rows that a person leaves out",
    kind: "crossings",
    bytes: () => sheet(HEADING + row(2) + row(3, undefined, ' hidden="1"')),
    decided: { reading: { hiddenRows: false } },
    expected: { rows: 2, facts: 1, aside: { 3: "hiddenRow" }, outcomes: { new: 1, aside: 1 } },
  },
  {
    name: "formulas with their stored values, and one without",
    kind: "crossings",
    bytes: () =>
      sheet(
        HEADING +
          row(2, `<c r="C2" t="str"><f>TEXT(A1&gt;1)</f><v>2025-09-01</v></c>`) +
          row(3, `<c r="C3"><f>TODAY()</f></c>`),
      ),
    expected: {
      rows: 2,
      facts: 1,
      wrong: { 3: ["cellError"] },
      told: { 2: ["formulaResult"] },
      outcomes: { new: 1, wrong: 1 },
    },
  },
  {
    name: "errors of formulas in the cells",
    kind: "crossings",
    bytes: () =>
      sheet(
        HEADING +
          row(2) +
          row(3, `<c r="C3" t="e"><v>#REF!</v></c>`) +
          row(4, `<c r="C4" t="str"><v>#Н/Д</v></c>`),
      ),
    expected: {
      rows: 3,
      facts: 1,
      wrong: { 3: ["cellError"], 4: ["cellError"] },
      outcomes: { new: 1, wrong: 2 },
    },
  },
  {
    name: "formulas into another file, which is not opened",
    kind: "crossings",
    bytes: () =>
      sheet(HEADING + row(2) + row(3), {
        name: "xl/externalLinks/externalLink1.xml",
        data: "<externalLink/>",
      }),
    expected: TWO_NEW,
  },
  {
    name: "dates that lost their format, and a person says what they are",
    kind: "crossings",
    bytes: () => workbook([LOG, ["S-1", "entry", 45_901], ["S-2", "exit", 45_902.5]]),
    decided: { answers: { constants: {}, dateOrder: null, serials: true, zeros: null } },
    expected: TWO_NEW,
  },
  {
    name: "an entity that the sheet declares itself",
    kind: "crossings",
    bytes: () =>
      rewritten(
        (xml) => `<!DOCTYPE x [<!ENTITY lol "S-2">]>${xml.replace("<t>S-3</t>", "<t>&lol;</t>")}`,
      ),
    expected: { refused: { code: "zipBomb" } },
  },
];
