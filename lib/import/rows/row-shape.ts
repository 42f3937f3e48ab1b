import { scriptOf } from "@/lib/person-name/script";
import type { Answers } from "../answers";
import type { Field } from "../fields";
import { type NameOrder, type NameParts, splitFullName } from "../full-name";
import type { Mapping } from "../header-mapping";
import type { RowIssue } from "../row-issue";
import { NAME_ORDERS, type Target } from "../targets";
import { isRounded } from "../values/rounded";
import { timeText } from "../values/time-of-day";

type Cells = readonly string[];

/** One fact that a row of the file gives: which cell is which field. A row of entry and exit dates has two. */
export type Shape = {
  /** The place of each field among the cells that `cells` gives. */
  columns: ReadonlyMap<Field, number>;
  /** The file's column behind a place; null for a value that no column has. */
  source: (place: number) => number | null;
  /** The row's cells and behind them those that were made; null where the row does not have this fact. */
  cells: (cells: Cells) => Cells | null;
  /** The file's column of the time of day, where it has its own; null: it stands with the date, or nowhere. */
  time: number | null;
  /** What keeps the row from being taken apart. */
  faults: (cells: Cells) => readonly RowIssue[];
};

/** A field made of others: its value, and the column that a person would look at. */
type Made = { field: Field; column: number | null; make: (cells: Cells) => string };

const cell = (cells: Cells, column: number | undefined) =>
  column === undefined ? "" : (cells[column]?.trim() ?? "");

/** How rows of a file are taken apart, from the mapping and the answers; nearly always one shape, at most two. */
export function shapesOf(mapping: Mapping, { constants }: Answers): readonly Shape[] {
  const places = new Map(mapping.flatMap((target, i) => (target ? [[target, i] as const] : [])));
  const given = Object.entries(constants) as [Field, string][];
  const common = [
    ...joinedNumber(places),
    ...splitNames(places),
    ...given.map(([field, value]): Made => ({ field, column: null, make: () => value })),
  ];
  const both = [crossing(places, "entry"), crossing(places, "exit")].filter(
    (made) => made !== null,
  );
  const width = mapping.length;
  if (both.length === 0) {
    const time = (places.has("at") ? places.get("time") : null) ?? null;
    return [shape(places, { made: [...common, ...joinedTime(places)], time }, null, width)];
  }
  return both.map((crossing, i) => {
    const { fields, time } = crossing;
    const isHere = (cells: Cells) => isThere(crossing, both, i, cells);
    return shape(places, { made: [...common, ...fields], time }, isHere, width);
  });
}

type Places = ReadonlyMap<Target, number>;
type Crossing = { column: number; time: number | null; fields: Made[] };

/** A row without either date is one fact that lacks its date, so that the row is accounted for. */
function isThere(made: Crossing, all: readonly Crossing[], i: number, cells: Cells): boolean {
  if (cell(cells, made.column) !== "") return true;
  return i === 0 && all.every(({ column }) => cell(cells, column) === "");
}

function crossing(places: Places, direction: "entry" | "exit"): Crossing | null {
  const column = places.get(`${direction}_at`);
  if (column === undefined) return null;
  const time = places.get(`${direction}_time`);
  return {
    column,
    time: time ?? null,
    fields: [
      { field: "direction", column, make: () => direction },
      { field: "at", column, make: (cells) => joinTime(cells, column, time) },
      ...ownCheckpoint(places, direction),
    ],
  };
}

/** The checkpoint of one of the two crossings; where its cell is empty, that of the column for both. */
function ownCheckpoint(places: Places, direction: "entry" | "exit"): Made[] {
  const [own, ofBoth] = [places.get(`${direction}_checkpoint`), places.get("checkpoint")];
  if (own === undefined) return [];
  const make = (cells: Cells) => cell(cells, own) || cell(cells, ofBoth);
  return [{ field: "checkpoint", column: own, make }];
}

function joinedTime(places: Places): Made[] {
  const [at, time] = [places.get("at"), places.get("time")];
  if (at === undefined || time === undefined) return [];
  return [{ field: "at", column: at, make: (cells) => joinTime(cells, at, time) }];
}

/** Of a longer text no time is taken away: it is no date. */
const LONGEST_DATE = 100;

/** A date and its time; midnight with which spreadsheets write a date alone gives way to the time. */
function joinTime(cells: Cells, at: number, time: number | undefined): string {
  const [date, hours] = [cell(cells, at), cell(cells, time)];
  if (hours === "" || date === "" || date.length > LONGEST_DATE) return date;
  return `${date.replace(/[T\s]+0?0:00(?::00)?$/, "")} ${timeText(hours)}`;
}

function joinedNumber(places: Places): Made[] {
  const [series, number] = [places.get("document_series"), places.get("document_no")];
  if (series === undefined || number === undefined) return [];
  const make = (cells: Cells) => withSeries(cell(cells, series), cell(cells, number));
  return [{ field: "document_no", column: number, make }];
}

/** A series in letters that the number has in front already is not put there twice. */
function withSeries(series: string, number: string): string {
  // Behind a series nobody would see that a spreadsheet has rounded it.
  if (number === "" || isRounded(number)) return number;
  const isThere = /\p{L}$/u.test(series) && number.toLowerCase().startsWith(series.toLowerCase());
  return isThere ? number : `${series}${number}`;
}

const NAME_TARGETS = Object.entries(NAME_ORDERS) as [Target, NameOrder][];

const NAME_FIELDS: readonly (readonly [Field, "latin" | "cyrillic", keyof NameParts])[] = [
  ["last_name", "latin", "last"],
  ["first_name", "latin", "first"],
  ["middle_name", "latin", "middle"],
  ["last_name_cyrillic", "cyrillic", "last"],
  ["first_name_cyrillic", "cyrillic", "first"],
  ["middle_name_cyrillic", "cyrillic", "middle"],
];

function nameColumns(places: Places): { column: number; order: NameOrder }[] {
  return NAME_TARGETS.flatMap(([target, order]) => {
    const column = places.get(target);
    return column === undefined ? [] : [{ column, order }];
  });
}

/** Names out of one cell, for the fields that have no column of their own. */
function splitNames(places: Places): Made[] {
  const columns = nameColumns(places);
  if (columns.length === 0) return [];
  return NAME_FIELDS.filter(([field]) => !places.has(field)).map(([field, script, part]) => ({
    field,
    column: columns[0]?.column ?? null,
    make: (cells) =>
      columns
        .map(({ column, order }) => splitFullName(cell(cells, column), order)?.[script][part] ?? "")
        .find((name) => name !== "") ?? "",
  }));
}

function shape(
  places: Places,
  { made, time }: { made: readonly Made[]; time: number | null },
  isHere: ((cells: Cells) => boolean) | null,
  width: number,
): Shape {
  // Targets that are no fields find no reader; a made field stands before a column of the same name.
  const columns = new Map(places as ReadonlyMap<Field, number>);
  for (const [i, { field }] of made.entries()) columns.set(field, width + i);
  return {
    columns,
    source: (place) => (place < width ? place : (made[place - width]?.column ?? null)),
    cells: (cells) => {
      if (isHere !== null && !isHere(cells)) return null;
      if (made.length === 0) return cells;
      const whole = Array.from({ length: width }, (_, i) => cells[i] ?? "");
      return [...whole, ...made.map(({ make }) => make(cells))];
    },
    time,
    faults: faultsOfNames(places),
  };
}

function faultsOfNames(places: Places): Shape["faults"] {
  const columns = nameColumns(places).sort((a, b) => a.column - b.column);
  if (columns.length === 0) return () => NONE;
  return (cells) =>
    columns.flatMap(({ column, order }): RowIssue[] => {
      const value = cell(cells, column);
      if (value === "" || splitFullName(value, order) !== null) return [];
      const field = scriptOf(value) === "cyrillic" ? "last_name_cyrillic" : "last_name";
      return [{ code: "unclearName", field, column, value, params: {} }];
    });
}

const NONE: readonly RowIssue[] = [];
