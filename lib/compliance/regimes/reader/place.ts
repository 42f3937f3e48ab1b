import { type Day, parseDay } from "@/lib/civil-date/day";

/** Stands for what could not be read; why is among the problems by then. */
export const UNREAD = Symbol("unread");
export type Unread = typeof UNREAD;

/** A value of a regime's file and the way to it. Reading reports what is wrong and goes on. */
export type Place = {
  readonly value: unknown;
  /** From the file's name on: "kg.json", "groups[3] (TJ, GE, MD)", "limits". */
  readonly path: readonly string[];
  /** Shared by all places of a file. */
  readonly problems: string[];
};

/** Notes a problem as a sentence that names the place. */
export function complain({ path, problems }: Place, text: string): Unread {
  problems.push([...path, text].join(": "));
  return UNREAD;
}

/** The fields of an object by key. Missing and unknown keys are reported; a missing one stays silent afterwards. */
export function fieldsOf<K extends string, O extends string = never>(
  place: Place,
  required: readonly K[],
  optional: readonly O[] = [],
): Record<K | O, Place> | Unread {
  const { value } = place;
  if (value === UNREAD) return UNREAD;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return complain(place, `expected {…}, found ${shown(value)}`);
  }
  const given = new Map(Object.entries(value));
  const wanted: readonly string[] = [...required, ...optional];
  for (const key of required) if (!given.has(key)) complain(place, `${key} is missing`);
  for (const key of given.keys()) if (!wanted.includes(key)) complain(place, `unknown key ${key}`);
  const field = (key: string, absent: unknown): [string, Place] => [
    key,
    { ...place, value: given.has(key) ? given.get(key) : absent, path: [...place.path, key] },
  ];
  return Object.fromEntries([
    ...required.map((key) => field(key, UNREAD)),
    ...optional.map((key) => field(key, undefined)),
  ]) as Record<K | O, Place>;
}

/** A field that need not be there: null where it is not. */
export function ifGiven<T>(place: Place, read: (place: Place) => T | Unread): T | null | Unread {
  return place.value === undefined ? null : read(place);
}

/** Everything that was read; UNREAD as soon as one part is. */
export function whole<T extends object>(parts: { [K in keyof T]: T[K] | Unread }): T | Unread {
  return isWhole<T>(parts) ? parts : UNREAD;
}

function isWhole<T extends object>(
  parts: { [K in keyof T]: T[K] | Unread },
): parts is { [K in keyof T]: T[K] | Unread } & T {
  return !Object.values(parts).includes(UNREAD);
}

/** A list, each item at a place of its own; `label` tells items apart for the reader of a problem. */
export function placesAt(place: Place, label: (item: unknown) => string = () => ""): Place[] {
  if (place.value === UNREAD) return [];
  if (!Array.isArray(place.value)) {
    complain(place, `expected […], found ${shown(place.value)}`);
    return [];
  }
  const way = place.path.slice(0, -1);
  const name = place.path.at(-1) ?? "";
  return place.value.map((item: unknown, index) => ({
    ...place,
    value: item,
    path: [...way, `${name}[${index}]${label(item)}`],
  }));
}

/** A list of what `read` makes of each item. */
export function listAt<T>(
  place: Place,
  read: (item: Place) => T | Unread,
  label?: (item: unknown) => string,
): readonly T[] | Unread {
  const items = placesAt(place, label).map(read);
  const sound = items.filter((item): item is T => item !== UNREAD);
  return Array.isArray(place.value) && sound.length === items.length ? sound : UNREAD;
}

/** Text that says something. */
export function textAt(place: Place): string | Unread {
  const { value } = place;
  if (value === UNREAD) return UNREAD;
  if (typeof value !== "string") return complain(place, `expected text, found ${shown(value)}`);
  return value.trim() === "" ? complain(place, "is empty") : value;
}

/** One of the words. */
export function wordAt<W extends string>(place: Place, words: readonly W[]): W | Unread {
  const text = textAt(place);
  if (text === UNREAD) return UNREAD;
  const word = words.find((one) => one === text);
  return word ?? complain(place, `unknown ${shown(text)}; known are ${words.join(", ")}`);
}

/** A day that exists, written YYYY-MM-DD. */
export function dayAt(place: Place): Day | Unread {
  const text = textAt(place);
  if (text === UNREAD) return UNREAD;
  return parseDay(text) ?? complain(place, `${shown(text)} is no day (YYYY-MM-DD)`);
}

/** A whole number from 1 on. */
export function countAt(place: Place): number | Unread {
  const { value } = place;
  if (value === UNREAD) return UNREAD;
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0
    ? value
    : complain(place, `expected a whole number from 1 on, found ${shown(value)}`);
}

/** true or false. */
export function flagAt(place: Place): boolean | Unread {
  const { value } = place;
  if (value === UNREAD || typeof value === "boolean") return value;
  return complain(place, `expected true or false, found ${shown(value)}`);
}

/** What `read` makes of the value, or null where null is written. */
export function orNull<T>(place: Place, read: (place: Place) => T | Unread): T | null | Unread {
  return place.value === null ? null : read(place);
}

/** A property of a value that may be anything; null where it has none. */
export function propertyOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return null;
  return new Map<string, unknown>(Object.entries(value)).get(key) ?? null;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
