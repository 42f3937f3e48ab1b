import { formatDay } from "@/lib/civil-date/day";
import type { Dated } from "../regime";
import {
  complain,
  dayAt,
  fieldsOf,
  ifGiven,
  orNull,
  type Place,
  placesAt,
  propertyOf,
  UNREAD,
  type Unread,
  whole,
} from "./place";
import { citationsAt, gradeAt } from "./read-sources";
import { wordsAt } from "./read-words";

/** How one value of a series is read, and the key under which it stands. */
export type ValueReader<V> = { key: string; read: (place: Place) => V | Unread };

/**
 * Dated values, one after the other: each begins on the day after the one before ended, and the last has no
 * end. What is wrong inside one value does not hide a gap between others.
 */
export function seriesAt<V>(
  place: Place,
  { key, read }: ValueReader<V>,
  known: ReadonlySet<string>,
): readonly Dated<V>[] | Unread {
  const items = placesAt(place, labelledByStart).map((item) => datedAt(item, key, read, known));
  if (Array.isArray(place.value) && items.length === 0) complain(place, "no value");
  const spans = items.map(({ span }) => span);
  for (const [index, span] of spans.entries()) seam(place, span, spans[index + 1]);
  const values = items.map(({ value }) => value).filter((value) => value !== UNREAD);
  return values.length === items.length && values.length > 0 ? values : UNREAD;
}

type Span = Pick<Dated<unknown>, "from" | "to">;

function datedAt<V>(
  place: Place,
  key: string,
  read: (place: Place) => V | Unread,
  known: ReadonlySet<string>,
): { span: Span | Unread; value: Dated<V> | Unread } {
  const fields = fieldsOf(place, ["from", "to", key, "citations", "grade"], ["note"]);
  if (fields === UNREAD) return { span: UNREAD, value: UNREAD };
  const field = (name: string) => (fields as Record<string, Place>)[name] ?? place;
  const span = spanAt(place, field("from"), field("to"));
  const value = read(field(key));
  const citations = citationsAt(field("citations"), known);
  const grade = gradeAt(field("grade"));
  const note = ifGiven(field("note"), wordsAt);
  const parts = whole<{ span: Span; value: V; citations: readonly string[] }>({
    span,
    value,
    citations,
  });
  if (parts === UNREAD || grade === UNREAD || note === UNREAD) return { span, value: UNREAD };
  const dated = { ...parts.span, value: parts.value, citations: parts.citations, grade };
  return { span, value: note === null ? dated : { ...dated, note } };
}

function spanAt(place: Place, from: Place, to: Place): Span | Unread {
  const span = whole<Span>({ from: dayAt(from), to: orNull(to, dayAt) });
  if (span === UNREAD || span.to === null || span.from <= span.to) return span;
  return complain(place, `ends before it starts, ${formatDay(span.to)}`);
}

/** What is wrong between a value and the next one. */
function seam(place: Place, span: Span | Unread, next: Span | Unread | undefined): void {
  if (span === UNREAD || next === UNREAD) return;
  if (next === undefined) {
    if (span.to !== null) complain(place, `nothing follows ${formatDay(span.to)}`);
  } else if (span.to === null || next.from <= span.to) {
    complain(place, `overlap at ${formatDay(next.from)}`);
  } else if (next.from !== span.to + 1) {
    complain(place, `gap after ${formatDay(span.to)}`);
  }
}

/** " from 2025-09-01" */
export function labelledByStart(item: unknown): string {
  const from = propertyOf(item, "from");
  return typeof from === "string" ? ` from ${from}` : "";
}
