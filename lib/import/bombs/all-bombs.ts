import type { ImportKind } from "../fields";
import { type Part, workbookParts, zip } from "../workbook/zip-for-tests";
import { archiveOf, type Entry, localPart, pack } from "./raw-zip";

const MEBIBYTE = 1024 * 1024;

const inline = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADING = `<row r="1">${inline("A1", "student_no")}${inline("B1", "direction")}${inline("C1", "at")}</row>`;
const ROW = `<row r="2">${inline("A2", "S-1")}${inline("B2", "entry")}${inline("C2", "2025-09-01")}</row>`;

/** Bytes that do not pack, the same each time: with them the whole archive unpacks to no suspicious multiple. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (state * 48_271) % 2_147_483_647;
    bytes[at] = state;
  }
  return bytes;
}

const filler = (mebibytes: number): Part => ({
  name: "xl/media/image1.png",
  data: noise(mebibytes * MEBIBYTE),
});

/** A workbook with some of its parts replaced. */
function workbookWith(
  parts: Readonly<Record<string, string>>,
  more: readonly Part[] = [],
  strings?: string,
): Uint8Array {
  const all = workbookParts(HEADING + ROW, strings).map((part) => ({
    ...part,
    data: parts[part.name] ?? part.data,
  }));
  return zip([...all, ...more]);
}

const SHEET = "xl/worksheets/sheet1.xml";
const sheetOf = (head: string, rows: string) =>
  `<worksheet>${head}<sheetData>${rows}</sheetData></worksheet>`;

/** The same packed bytes under thousands of names. */
function overlapping(): Uint8Array {
  const real = workbookParts(HEADING + ROW).map(({ name, data }) => ({ name, part: pack(data) }));
  const kernel = pack(" ".repeat(50_000));
  const bytes = [...real.map(({ name, part }) => localPart(name, part)), localPart("k", kernel)];
  const entries: Entry[] = [];
  let offset = 0;
  for (const [i, { name, part }] of real.entries()) {
    entries.push({ name, part, offset });
    offset += bytes[i]?.length ?? 0;
  }
  for (let n = 2; n < 9000; n += 1) {
    entries.push({ name: `xl/worksheets/sheet${n}.xml`, part: kernel, offset });
  }
  return archiveOf(bytes, entries);
}

/** A directory that claims, in the form of zip64, that each part unpacks to so many bytes. */
function claiming(claimed: bigint): Uint8Array {
  const parts = workbookParts(HEADING + ROW).map(({ name, data }) => ({ name, part: pack(data) }));
  const bytes = parts.map(({ name, part }) => localPart(name, part));
  let offset = 0;
  const entries = parts.map(({ name, part }, i) => {
    const entry = { name, part, offset, claimed };
    offset += bytes[i]?.length ?? 0;
    return entry;
  });
  return archiveOf(bytes, entries);
}

/** A small archive that claims to unpack to terabytes. */
export function bombOfClaims(): Uint8Array {
  return claiming(2n ** 42n);
}

function nested(depth: number): Uint8Array {
  const inner = depth === 0 ? workbookParts(HEADING + ROW) : [];
  const data = depth === 0 ? zip(inner) : nested(depth - 1);
  return zip(Array.from({ length: 4 }, (_, n) => ({ name: `xl/${depth}-${n}.zip`, data })));
}

const ENTITIES = `<!DOCTYPE x [<!ENTITY a "lol">${Array.from({ length: 12 }, (_, n) => {
  const before = String.fromCharCode(97 + n);
  return `<!ENTITY ${String.fromCharCode(98 + n)} "${`&${before};`.repeat(10)}">`;
}).join("")}]>`;

/** An archive or an XML that could cost far more to read than to send, and the refusal or the rows that end it. */
export type Bomb = { name: string; kind?: ImportKind; bytes: () => Uint8Array; end: string };

/** Archives that unpack to far more than they weigh, or that lie about it. */
const ARCHIVES: readonly Bomb[] = [
  {
    name: "a sheet of spaces, a thousand times its packed size",
    bytes: () => workbookWith({ [SHEET]: sheetOf(" ".repeat(200 * MEBIBYTE), HEADING) }),
    end: "zipBomb",
  },
  {
    name: "a hundred thousand parts",
    bytes: () => {
      const part = pack("x");
      const bytes = [localPart("k", part)];
      const names = Array.from({ length: 60_000 }, (_, n) => `xl/worksheets/sheet${n}.xml`);
      return archiveOf(
        bytes,
        names.map((name) => ({ name, part, offset: 0 })),
      );
    },
    end: "zipBomb",
  },
  { name: "parts that overlap each other", bytes: overlapping, end: "zipBomb" },
  {
    name: "archives within archives within archives",
    bytes: () => nested(6),
    end: "notATable",
  },
  {
    name: "a directory that claims a small size for a large part",
    bytes: () =>
      zip(
        workbookParts(HEADING + " ".repeat(200 * MEBIBYTE)).map((part) =>
          part.name === SHEET ? { ...part, claimedSize: 1000 } : part,
        ),
      ),
    end: "zipBomb",
  },
  {
    name: "a directory of zip64 that claims terabytes",
    bytes: bombOfClaims,
    end: "zipBomb",
  },
  {
    name: "a directory of zip64 that claims more than a number holds",
    bytes: () => claiming(2n ** 63n),
    end: "zipBomb",
  },
];

/** Sheets and lists that are within the sizes and still cost far more than they weigh. */
const CONTENTS: readonly Bomb[] = [
  {
    name: "millions of shared strings",
    bytes: () =>
      workbookWith({}, [filler(2)], `<sst>${"<si><t>xy</t></si>".repeat(6_500_000)}</sst>`),
    end: "zipBomb",
  },
  {
    name: "entities that stand for entities that stand for entities",
    bytes: () => workbookWith({}, [], `${ENTITIES}<sst><si><t>&m;&m;&m;</t></si></sst>`),
    end: "zipBomb",
  },
  {
    name: "a cell in the last column of every row",
    bytes: () =>
      workbookWith(
        {
          [SHEET]: `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${Array.from(
            { length: 100_000 },
            (_, n) => `<row r="${n + 1}"><c r="XFD${n + 1}"><v>1</v></c></row>`,
          ).join("")}</sheetData></worksheet>`,
        },
        [filler(1)],
      ),
    end: "tooManyColumns",
  },
  {
    name: "more rows than a sheet has",
    bytes: () =>
      workbookWith({ [SHEET]: sheetOf("", HEADING + "<row/>".repeat(20_000_000)) }, [filler(2)]),
    end: "tooManyRows",
  },
  {
    name: "a row that never ends",
    bytes: () =>
      workbookWith({ [SHEET]: sheetOf("", `${HEADING}<row r="2">${"<c/>".repeat(30_000_000)}`) }, [
        filler(2),
      ]),
    end: "zipBomb",
  },
  {
    name: "columns hidden over and over",
    bytes: () =>
      workbookWith({
        [SHEET]: sheetOf(
          `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(26_000)}</cols>`,
          HEADING + ROW,
        ),
      }),
    end: "1 rows",
  },
  {
    name: "tags that never end, where sheets are named",
    bytes: () => workbookWith({ "xl/workbook.xml": "<sheet ".repeat(1_000_000) }),
    end: "brokenFile",
  },
  {
    name: "a hundred thousand sheets that are one part",
    bytes: () =>
      workbookWith({
        "xl/workbook.xml": `<sheets>${'<sheet name="A" r:id="rId1"/>'.repeat(100_000)}</sheets>`,
        [SHEET]: sheetOf("", "<row/>".repeat(500_000)),
      }),
    end: "zipBomb",
  },
  {
    name: "comments that never end",
    bytes: () =>
      workbookWith({
        [SHEET]: sheetOf("", `${HEADING}<row r="2">${"<!--".repeat(250_000)}</row>`),
      }),
    end: "noRows",
  },
  {
    name: "letters that never end, where none need them",
    bytes: () =>
      workbookWith({
        [SHEET]: sheetOf("", `${HEADING}<row r="2">${"<![CDATA[".repeat(110_000)}</row>`),
      }),
    end: "noRows",
  },
  {
    name: "readings above letters that never end",
    bytes: () => workbookWith({}, [], `<sst><si>${"<rPh ".repeat(200_000)}</si></sst>`),
    end: "1 rows",
  },
  {
    name: "lists that begin again and again",
    bytes: () => workbookWith({ [SHEET]: `<worksheet>${"<sheetData ".repeat(90_000)}` }),
    end: "brokenFile",
  },
  {
    name: "a row of nothing but formulas",
    bytes: () =>
      workbookWith({
        [SHEET]: sheetOf("", `${HEADING}<row r="2">${"<c><f/><v> </v></c>".repeat(55_000)}</row>`),
      }),
    end: "noRows",
  },
];

export const BOMBS: readonly Bomb[] = [...ARCHIVES, ...CONTENTS];
