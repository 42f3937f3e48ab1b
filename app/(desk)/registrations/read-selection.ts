import type { Day } from "@/lib/civil-date/day";
import type { SelectionInput } from "@/lib/services/registrations/selection";
import { readFilter } from "../students/read-filter";

export type Search = Record<string, string | string[] | undefined>;

/** The first value of a parameter; "" where the address has none. */
export function textIn(search: Search, name: string): string {
  const value = search[name];
  return (typeof value === "string" ? value : value?.[0]) ?? "";
}

/**
 * Whom the address chooses: `all=1` with the desk's filter, or `student` once or several times. null: it cannot be
 * read. Whether such students exist is the service's to say.
 */
export function readSelection(
  { all, student, ...filterOf }: Search,
  today: Day,
): SelectionInput | null {
  if (all !== undefined) {
    const filter = readFilter(filterOf, today);
    return filter === null ? null : { kind: "matching", filter };
  }
  const texts = typeof student === "string" ? [student] : (student ?? []);
  if (!texts.every((text) => /^[1-9]\d{0,9}$/.test(text))) return null;
  return texts.length === 0 ? null : { kind: "chosen", ids: texts.map(Number) };
}

/** A query string as a page's searchParams give it. */
export function searchOf(query: string): Search {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

/** The part of an address that chooses, as a query string: what a form carries on. */
export function queryOf(search: Search): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const text of typeof value === "string" ? [value] : (value ?? []))
      query.append(name, text);
  }
  return query.toString();
}
