import { writeXlsx } from "hucre/xlsx";
import type { Facts } from "./facts";
import type { ImportKind } from "./fields";
import type { ColumnReading } from "./header/read-columns";
import type { ImportOptions } from "./import-options";
import { readImport } from "./read-import";
import type { Refusal } from "./refusal";
import type { ImportRow } from "./row-issue";

/** Text in a code page, "?" for letters that it lacks: the encoders that Node does not have. */
export function encode(text: string, page: string): Uint8Array {
  const decoder = new TextDecoder(page);
  const codes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? "?".charCodeAt(0));
}

/** A workbook of one sheet with these cells. */
export async function workbook(
  rows: (string | number | boolean | Date | null)[][],
): Promise<Uint8Array> {
  return await writeXlsx({ sheets: [{ name: "Лист1", rows }] });
}

export type ReadForTest<T> = {
  format: unknown;
  mapping: readonly (string | null)[];
  unmapped: readonly number[];
  columns: readonly ColumnReading[];
  rows: ImportRow<T>[];
};

/** Reads a file to its end; throws where it is refused. */
export async function readAll<K extends ImportKind>(
  file: string | Uint8Array,
  options: ImportOptions<K>,
): Promise<ReadForTest<Facts[K]>> {
  const opened = await readImport({ bytes: Buffer.from(file as string) }, options);
  if ("refused" in opened) throw new Error(JSON.stringify(opened.refused));
  const rows: ImportRow<Facts[K]>[] = [];
  for await (const row of opened.rows()) rows.push(row);
  const { format, mapping, unmapped, columns } = opened;
  return { format, mapping, unmapped, columns, rows };
}

/** The refusal of a file, or null where it is read. */
export async function refusalOf<K extends ImportKind>(
  file: string | Uint8Array,
  options: ImportOptions<K>,
): Promise<Refusal | null> {
  const opened = await readImport({ bytes: Buffer.from(file as string) }, options);
  return "refused" in opened ? opened.refused : null;
}

/** Codes of the issues of each row with their fields, by row number; rows without are left out. */
export function issuesOf<T>(rows: readonly ImportRow<T>[]): Record<number, string[]> {
  return Object.fromEntries(
    rows.flatMap(({ rowNo, parsed }) =>
      parsed.ok
        ? []
        : [[rowNo, parsed.issues.map(({ field, code }) => (field ? `${field}: ${code}` : code))]],
    ),
  );
}
