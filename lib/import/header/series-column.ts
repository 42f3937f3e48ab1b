import type { ImportKind } from "../fields";
import type { Mapping } from "../header-mapping";
import { TARGETS, type Target } from "../targets";
import { headingKey } from "./heading-key";
import type { Recognised, Samples } from "./recognise";

/** "Сер.", "сер. пасп.", "Ser." as headings begin; whatever else so begins is not read unasked. */
const BEGINS = /^(?:сер|сир|ser)/;
/** "AN", "75", "75 04", "N1": what stands before the number of a document, and is none itself. */
const SERIES = /^(?:\p{L}{1,4}|\d{2}\s?\d{2}|\d{2}|\p{L}{1,3}\s?\d{1,3}|\d{1,3}\s?\p{L}{1,3})$/u;
const NUMBER = /^\d{5,}$/;
/** Fewer values without a telling heading prove nothing. */
const ENOUGH = 2;

/** True where a text looks like the series of a document. */
export function looksLikeSeries(text: string): boolean {
  return SERIES.test(text);
}

/**
 * The columns, with one more that is the series of a document: left out of a number it would be lost without a word. It
 * stands beside the number. Begins its heading as "серия" does and do its values look so, it is read; by either alone it
 * is proposed to a person.
 */
export function withSeries(
  kind: ImportKind,
  header: readonly string[],
  columns: readonly (Recognised | null)[],
  samples: readonly Samples[],
): (Recognised | null)[] {
  const place = columns.findIndex((one) => isRead(one, "document_no"));
  const hasOne = columns.some((one) => isRead(one, "document_series"));
  if (place < 0 || hasOne || !TARGETS[kind].includes("document_series")) return [...columns];
  const bare = (samples[place] ?? []).every((value) => NUMBER.test(value.replace(/\s/g, "")));
  for (const beside of [place - 1, place + 1]) {
    if (!mayBe(columns[beside])) continue;
    const found = seriesAt(header[beside] ?? "", samples[beside] ?? [], bare);
    if (found !== null) return columns.map((one, column) => (column === beside ? found : one));
  }
  return [...columns];
}

/**
 * The column that is the series of a document and that a mapping leaves unread though it reads the number, with what it is known
 * by; null: there is none. `found`: what the columns are without the mapping.
 */
export function unreadSeries(
  kind: ImportKind,
  header: readonly string[],
  mapping: Mapping,
  found: readonly (Recognised | null)[],
  samples: readonly Samples[],
): { column: number; by: Recognised["by"] } | null {
  const read = mapping.map((target): Recognised | null =>
    target === null ? null : { target, confidence: "sure", by: "memory" },
  );
  const beside = withSeries(kind, header, read, samples);
  if (!mapping.includes("document_no") || mapping.includes("document_series")) return null;
  for (const [column, target] of mapping.entries()) {
    const is = [beside[column], found[column]].find((one) => one?.target === "document_series");
    if (target === null && is) return { column, by: is.by };
  }
  return null;
}

function isRead(one: Recognised | null, target: Target): boolean {
  return one?.target === target && one.confidence !== "unsure";
}

/** A column that is there and is nothing else. */
function mayBe(one: Recognised | null | undefined): boolean {
  return one === null || one?.target === "document_series";
}

function seriesAt(heading: string, values: Samples, numbersAreBare: boolean): Recognised | null {
  const looks = values.every(looksLikeSeries);
  if (BEGINS.test(headingKey(heading))) {
    return {
      target: "document_series",
      confidence: looks ? "likely" : "unsure",
      by: "abbreviation",
    };
  }
  const telling = looks && numbersAreBare && values.length >= ENOUGH;
  return telling ? { target: "document_series", confidence: "unsure", by: "values" } : null;
}
