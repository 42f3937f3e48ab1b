import { parseDay } from "@/lib/civil-date/day";
import type { Grade, Source } from "../regime";
import {
  complain,
  fieldsOf,
  listAt,
  type Place,
  propertyOf,
  textAt,
  UNREAD,
  type Unread,
  whole,
  wordAt,
} from "./place";
import { wordsAt } from "./read-words";

const GRADES = ["A", "B", "C"] as const satisfies readonly Grade[];

/** The sources of a regime; their ids are what the rest of the file may cite. */
export function sourcesAt(place: Place): readonly Source[] | Unread {
  const sources = listAt(place, sourceAt, labelledById);
  if (sources === UNREAD) return UNREAD;
  if (sources.length === 0) complain(place, "a regime without a source");
  return sources;
}

function sourceAt(place: Place): Source | Unread {
  const fields = fieldsOf(place, ["id", "title", "date", "grade", "links"]);
  if (fields === UNREAD) return UNREAD;
  return whole<Source>({
    id: textAt(fields.id),
    title: wordsAt(fields.title),
    date: roughDayAt(fields.date),
    grade: gradeAt(fields.grade),
    links: listAt(fields.links, textAt),
  });
}

/** A year, a month or a day, as exact as it is known; as it is written. */
export function roughDayAt(place: Place): string | Unread {
  const text = textAt(place);
  if (text === UNREAD) return UNREAD;
  const start = `${text}-01-01`.slice(0, 10);
  const rough = /^\d{4}(-\d{2}){0,2}$/.test(text) && parseDay(start) !== null;
  return rough ? text : complain(place, `"${text}" is no year, month or day (YYYY-MM-DD)`);
}

export function gradeAt(place: Place): Grade | Unread {
  return wordAt(place, GRADES);
}

/** At least one source, each listed among the sources of the file. */
export function citationsAt(place: Place, known: ReadonlySet<string>): readonly string[] | Unread {
  const citations = listAt(place, (item) => citationAt(item, known));
  if (citations === UNREAD || citations.length > 0) return citations;
  return complain({ ...place, path: place.path.slice(0, -1) }, "no source");
}

/** A source that is listed. */
export function citationAt(place: Place, known: ReadonlySet<string>): string | Unread {
  const id = textAt(place);
  if (id === UNREAD || known.has(id)) return id;
  return complain({ ...place, path: place.path.slice(0, -1) }, `unknown source ${id}`);
}

/** The ids that the file lists as sources, also of those that are wrong otherwise. */
export function listedIds(value: unknown): ReadonlySet<string> {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return new Set(items.map(idOf).filter((id) => id !== ""));
}

/** " (A9)" for an item with an id. */
export function labelledById(item: unknown): string {
  const id = idOf(item);
  return id === "" ? "" : ` (${id})`;
}

function idOf(item: unknown): string {
  const id = propertyOf(item, "id");
  return typeof id === "string" ? id : "";
}
