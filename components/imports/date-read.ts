import type { Locale } from "@/lib/auth/permissions";
import type { DateRead } from "@/lib/db/import/grid-words";
import { dayShort } from "@/lib/i18n/format-day";

type Row = { cells: readonly string[]; dates?: readonly DateRead[] };

/** "→ 3 апр 2024, 14:05": what a cell was read as where its date could be another; null where it could not, or the cell has changed since. */
export function dateReadAt({ cells, dates = [] }: Row, column: number, locale: Locale) {
  const read = dates.find((one) => one.column === column && one.text === cells[column]);
  if (read === undefined) return null;
  const { day, minute } = read;
  const time =
    minute === null ? "" : `, ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
  return `→ ${dayShort(day, locale)}${time}`;
}

const twoDigits = (n: number) => String(n).padStart(2, "0");
