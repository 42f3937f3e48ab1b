import "server-only";
import { type Day, formatDay } from "@/lib/civil-date/day";
import type { Facts, PersonSaid } from "@/lib/import/facts";
import type { Mapping } from "@/lib/import/header-mapping";
import type { ImportRow } from "@/lib/import/row-issue";
import { saysWho } from "@/lib/import/targets";
import { foldDocumentNo } from "@/lib/person-name/document-no";
import type { ImportKind } from "./import-words";
import { RowBlock } from "./row-block";
import { stagedFields } from "./staged-fields";

/** Rows of a file as PostgreSQL's COPY takes them. */
export type StagedChunk = { rows: number; text: string };

const NULL = "\\N";
/** What JSON writes otherwise than it is: quotes, strokes, control characters, halves of letters. */
const TO_QUOTE = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** Texts as a JSON list; nearly all need no escaping, which is looked for in all of them at once. */
function jsonTexts(texts: readonly string[]): string {
  if (texts.length === 0 || TO_QUOTE.test(texts.join(""))) return json(texts);
  return `["${texts.join('","')}"]`;
}

/** About so many letters go to the database at once. */
const CHUNK = 1 << 14;
// PostgreSQL's text cannot hold the zero character; the reader has told it as damage already.
const TO_ESCAPE = /[\\\t\n\r\0]/;

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\0": "\uFFFD",
};

function escaped(text: string): string {
  return TO_ESCAPE.test(text)
    ? text.replace(/[\\\t\n\r\0]/g, (letter) => ESCAPES[letter] ?? letter)
    : text;
}

function json(value: unknown): string {
  const text = JSON.stringify(value);
  // JSON writes control characters with the stroke that COPY escapes: without one there is nothing to do.
  return text.includes("\\") ? escapedJson(text) : text;
}

function escapedJson(text: string): string {
  return escaped(text.replaceAll("\\u0000", "\\ufffd"));
}

/** Null stands for an empty list, as nearly every row has it. */
function listed(values: readonly unknown[]): string {
  return values.length === 0 ? NULL : json(values);
}

type Value = string | number | null | undefined;
type Fact = Readonly<Record<string, Value | PersonSaid>>;

const dateTexts = new Map<number, string>();

/** A day as text; files name few days many times. */
function dateText(day: number): string {
  const known = dateTexts.get(day);
  if (known !== undefined) return known;
  const text = formatDay(day as Day);
  dateTexts.set(day, text);
  return text;
}

function columnText(value: Value, isDate: boolean): string {
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return isDate ? dateText(value) : String(value);
  return NULL;
}

/** The value of a staged field: of the fact, or, for the document number as it is compared, made of it. */
function stagedValue(fact: Fact, field: string): Value {
  const value = fact[field];
  if (typeof value === "object" && value !== null) return whoText(value);
  if (field !== "documentFolded") return value;
  const documentNo = fact["documentNo"];
  return documentNo ? foldDocumentNo(String(documentNo)).folded : "";
}

/** What a row says of the person, as JSON: alike for rows that say the same. */
function whoText({ birthDate, ...who }: PersonSaid): string {
  const documentFolded = foldDocumentNo(who.documentNo).folded;
  return JSON.stringify({
    ...who,
    documentFolded,
    birthDate: birthDate === null ? null : formatDay(birthDate),
  });
}

/** Writes the staged columns of a kind's facts, a tab before each. */
function columnsWriter(kind: ImportKind, withWho: boolean): (fact: Fact | null) => string {
  const fields = stagedFields(kind, withWho).map(([field, , type]) => ({
    field,
    isDate: type === "date",
  }));
  const nothing = `\t${NULL}`.repeat(fields.length);
  return (fact) => {
    if (fact === null) return nothing;
    let line = "";
    for (const { field, isDate } of fields) {
      line += `\t${columnText(stagedValue(fact, field), isDate)}`;
    }
    return line;
  };
}

/**
 * The rows of a file as text for COPY, chunk by chunk: number, part and block, whether it is a fact, what the file has in mended
 * cells, remarks, the fact's columns, and in the last row of a block the cells of all its rows.
 */
export async function* copyLines<K extends ImportKind>(
  kind: K,
  batches: AsyncIterable<readonly ImportRow<Facts[K]>[]>,
  mapping: Mapping = [],
): AsyncGenerator<StagedChunk> {
  const columnsOf = columnsWriter(kind, saysWho(kind, mapping));
  let chunk = { rows: 0, text: "" };
  let block = new RowBlock(0);
  for await (const batch of batches) {
    for (const row of batch) {
      const next = block.blockOf(row);
      chunk.text += block.endOfLine(next !== block);
      block = next;
      chunk.text += lineOf(row, block.add(jsonTexts(row.cells)), columnsOf);
    }
    chunk.rows += batch.length;
    if (chunk.text.length < CHUNK) continue;
    yield chunk;
    chunk = { rows: 0, text: "" };
  }
  chunk.text += block.endOfLine(true);
  yield chunk;
}

function lineOf<Row extends Fact>(
  { rowNo, part, original = [], parsed }: ImportRow<Row>,
  block: number,
  columnsOf: (fact: Fact | null) => string,
): string {
  const said = listed(parsed.ok ? parsed.notices : [...parsed.issues, ...parsed.notices]);
  const columns = columnsOf(parsed.ok ? parsed.fact : null);
  return `${rowNo}\t${part}\t${block}\t${parsed.ok ? "t" : "f"}\t${listed(original)}\t${said}${columns}`;
}
