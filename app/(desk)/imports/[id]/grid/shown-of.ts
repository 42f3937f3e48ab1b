import { type GridFilter, SHOWN } from "@/lib/db/import/grid-words";

/** The rows that an address of the grid names; what it does not know is left out. */
export function shownOf(
  search: Readonly<Record<string, string | string[] | undefined>>,
): GridFilter {
  const show = SHOWN.find((one) => one === search["show"]) ?? "all";
  const { code, column } = search;
  if (typeof code !== "string" || !/^[a-zA-Z]{1,40}$/.test(code)) return { show, group: null };
  const place = /^\d{1,3}$/.test(String(column)) ? Math.min(255, Number(column)) : null;
  return { show, group: { code, column: place } };
}
