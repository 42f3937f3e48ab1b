import { once } from "node:events";
import { createWriteStream, writeFileSync } from "node:fs";
import { finished } from "node:stream/promises";
import { addDays, day, formatDay } from "@/lib/civil-date/day";
import { type Part, workbookParts, zip } from "@/lib/import/workbook/zip-for-tests";

/** How a file of crossings is written. */
export type Written = "utf-8" | "windows-1251";

const FIRST = day("2020-01-01");
const FIRST_BORN = day("1995-01-01");
/** Far from each other in the alphabet are the names of those born on one day. */
const BIRTHDAYS = 4001;
const CHECKPOINTS = ["Ак-Жол", "Ак-Тилек", "Кен-Булун", "Манас", "Токмок"];
const CHUNK = 1 << 16;

const studentNo = (index: number) => `S-${String(index).padStart(6, "0")}`;
const documentNo = (index: number) => `N${10_000_000 + index}`;

/** A number as six letters, those of no two alike however they are folded. */
const letters = (index: number) =>
  String(index)
    .padStart(6, "0")
    .replace(/\d/g, (digit) => "abdfglmnru"[Number(digit)] ?? "");

/** Windows-1251 of text whose letters are ASCII or а–я, А–Я. */
function encode1251(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x80 && (code < 0x410 || code > 0x44f)) throw new Error("a letter beyond а–я");
    bytes[at] = code < 0x80 ? code : code - 0x410 + 0xc0;
  }
  return bytes;
}

async function write(path: string, as: Written, lines: Iterable<string>): Promise<void> {
  const file = createWriteStream(path);
  const put = async (text: string) => {
    const bytes = as === "utf-8" ? Buffer.from(text) : encode1251(text);
    if (!file.write(bytes)) await once(file, "drain");
  };
  let chunk = "";
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    await put(chunk);
    chunk = "";
  }
  await put(chunk);
  file.end();
  await finished(file);
}

/** A roster of `students`, each with a document. */
export function writeRoster(path: string, students: number): Promise<void> {
  function* lines() {
    yield "student_no,last_name,first_name,citizenship,birth_date,document_no\n";
    for (let index = 0; index < students; index += 1) {
      // Two rows of one name and birth date are asked about, also where names differ as spellings do.
      const born = formatDay(addDays(FIRST_BORN, index % BIRTHDAYS));
      yield `${studentNo(index)},OMURBEK${letters(index)}OVA,AIZADA,KZ,${born},${documentNo(index)}\n`;
    }
  }
  return write(path, "utf-8", lines());
}

/** The cells of each crossing in the order of a log, by time: every student enters and leaves in turn, some days apart. */
function* crossingCells(rows: number, students: number): Generator<string[]> {
  for (let row = 0; row < rows; row += 1) {
    const round = Math.floor(row / students);
    // Another order in each round, as people come; 7919 is prime.
    const student = (row * 7919 + round * 31) % students;
    const minute = 360 + ((row * 13) % 1000);
    const at = `${formatDay(addDays(FIRST, round * 3 + (student % 3)))} ${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    yield [
      studentNo(student),
      documentNo(student),
      round % 2 === 0 ? "въезд" : "выезд",
      at,
      CHECKPOINTS[student % CHECKPOINTS.length] ?? "",
      `рейс ${1000 + (student % 997)}, автобус`,
    ];
  }
}

const CROSSING_HEADINGS = [
  "student_no",
  "document_no",
  "direction",
  "at",
  "checkpoint",
  "примечание",
];

/** The same as a text, separated by semicolons. */
export function writeCrossings(
  path: string,
  as: Written,
  { rows, students }: { rows: number; students: number },
): Promise<void> {
  function* lines() {
    yield `${CROSSING_HEADINGS.join(";")}\r\n`;
    for (const cells of crossingCells(rows, students)) yield `${cells.join(";")}\r\n`;
  }
  return write(path, as, lines());
}

const AT = 3;
const MINUTES = 1440;
const SERIAL_ZERO = day("1899-12-30");

/** "2020-01-01 10:00" as spreadsheets count it. */
function serialOf(at: string): number {
  const [date = "", time = ""] = at.split(" ");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return day(date) - SERIAL_ZERO + (hours * 60 + minutes) / MINUTES;
}

/** The same as a workbook as spreadsheets write one: texts in one list, moments as numbers in a style of dates. */
export function writeWorkbook(
  path: string,
  { rows, students }: { rows: number; students: number },
): void {
  const places = new Map<string, number>();
  const placeOf = (text: string) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  const lines: string[] = [];
  const add = (cells: readonly string[]) => {
    const row = lines.length + 1;
    const written = cells.map((text, column) => {
      const reference = `${String.fromCharCode(65 + column)}${row}`;
      return column === AT && row > 1
        ? `<c r="${reference}" s="1"><v>${serialOf(text)}</v></c>`
        : `<c r="${reference}" t="s"><v>${placeOf(text)}</v></c>`;
    });
    lines.push(`<row r="${row}" spans="1:${cells.length}">${written.join("")}</row>`);
  };
  add(CROSSING_HEADINGS);
  for (const cells of crossingCells(rows, students)) add(cells);
  const texts = [...places.keys()].map((text) => `<si><t>${text}</t></si>`).join("");
  writeFileSync(path, zip(withStyles(workbookParts(lines.join(""), `<sst>${texts}</sst>`))));
}

/** With a second style of cells, which shows date and time. */
function withStyles(parts: readonly Part[]): Part[] {
  const relations = "xl/_rels/workbook.xml.rels";
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
  return [
    ...parts.map((part) =>
      part.name === relations
        ? {
            name: relations,
            data: String(part.data).replace(
              "</Relationships>",
              `<Relationship Id="rId9" Type="${type}" Target="styles.xml"/></Relationships>`,
            ),
          }
        : part,
    ),
    {
      name: "xl/styles.xml",
      data: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>',
    },
  ];
}
