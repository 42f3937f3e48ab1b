import { createHash } from "node:crypto";
import { expect, test, vi } from "vitest";
import { day } from "@/lib/civil-date/day";
import { readImport } from "../read-import";
import { ImportRefused, type Refusal } from "../refusal";
import { ASIDE_CODES, type ImportRow } from "../row-issue";
import { CORPUS } from "./all-files";
import type { UglyFile } from "./ugly-file";

// Many files are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const TODAY = day("2025-11-15");

type Row = ImportRow<unknown>;

/** All rows of a file, or the refusal that it ends with, at once or on the way. */
async function read({ kind, bytes, decided }: UglyFile): Promise<Row[] | { refused: Refusal }> {
  const opened = await readImport({ bytes: await bytes() }, { kind, today: TODAY, ...decided });
  if ("refused" in opened) return { refused: opened.refused };
  const rows: Row[] = [];
  try {
    for await (const row of opened.rows()) rows.push(row);
  } catch (error) {
    if (error instanceof ImportRefused) return { refused: error.refusal };
    throw error;
  }
  return rows;
}

const codesOf = ({ parsed }: Row): string[] =>
  (parsed.ok ? parsed.notices : parsed.issues).map(({ code }) => code);
const byRow = (rows: readonly Row[]) =>
  Object.fromEntries(rows.map((row) => [row.rowNo, codesOf(row)]));
const isAside = (row: Row) => codesOf(row).some((code) => ASIDE_CODES.some((one) => one === code));

test("the corpus has at least seventy files, no two of the same bytes for the same decisions, each of its own name", async () => {
  const hashes = await Promise.all(
    CORPUS.map(async ({ kind, bytes, decided }) =>
      createHash("sha256")
        .update(await bytes())
        .update(JSON.stringify([kind, decided]))
        .digest("hex"),
    ),
  );
  expect(new Set(hashes).size).toBe(CORPUS.length);
  expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
  expect(CORPUS.length).toBeGreaterThanOrEqual(70);
});

test.each(CORPUS.map((file) => [file.name, file] as const))("%s", async (_name, file) => {
  const { expected } = file;
  const read_ = await read(file);
  if ("refused" in expected) {
    expect(read_).toEqual(expected);
    return;
  }
  if ("refused" in read_) throw new Error(JSON.stringify(read_.refused));
  const fine = read_.filter(({ parsed }) => parsed.ok);
  const failed = read_.filter(({ parsed }) => !parsed.ok);
  const aside = failed.filter(isAside);
  const wrong = failed.filter((row) => !isAside(row));
  expect(byRow(wrong)).toEqual(expected.wrong ?? {});
  expect(byRow(aside)).toEqual(
    Object.fromEntries(Object.entries(expected.aside ?? {}).map(([row, code]) => [row, [code]])),
  );
  expect(byRow(fine.filter((row) => codesOf(row).length > 0))).toEqual(expected.told ?? {});
  expect(fine).toHaveLength(expected.facts);
  expect(new Set(read_.map(({ rowNo }) => rowNo)).size).toBe(expected.rows);
});
