import type { CrossingFact } from "../facts";
import type { ImportRow, Parsed } from "../row-issue";

type Part<T> = Pick<ImportRow<T>, "part" | "parsed">;

/** Where a crossing of a row stands in the file: the column of its date, and what that cell says. */
export type Place = { column: number; text: string };

function crossingOf<T extends object>({ parsed }: Part<T>): CrossingFact | null {
  return parsed.ok && isCrossing(parsed.fact) ? parsed.fact : null;
}

function isCrossing(fact: object): fact is CrossingFact {
  return "direction" in fact && "minute" in fact;
}

/** Whether a crossing lies before another; of one day only where both have a time. */
function isBefore(one: CrossingFact, other: CrossingFact): boolean {
  if (one.day !== other.day) return one.day < other.day;
  return one.minute !== null && other.minute !== null && one.minute < other.minute;
}

/**
 * An entry and an exit of one row, with a warning at the exit where it lies before the entry: both are read, since the days
 * may be right, but one may be mistyped or the two swapped. Where the column of the exit stands first, the row tells of a
 * journey abroad, and the exit comes first.
 */
export function toldTogether<T extends object>(
  parts: readonly Part<T>[],
  places: readonly Place[],
): readonly Part<T>[] {
  const [first, second] = parts;
  const [entryAt, exitAt] = places;
  if (!first || !second || !entryAt || !exitAt || exitAt.column < entryAt.column) return parts;
  const [entry, exit] = [crossingOf(first), crossingOf(second)];
  if (entry === null || exit === null || !isBefore(exit, entry)) return parts;
  const params = { entry: entryAt.text, exit: exitAt.text };
  const { column, text: value } = exitAt;
  const notice = { code: "exitBeforeEntry", field: "at", column, value, params } as const;
  const parsed: Parsed<T> = { ...second.parsed, notices: [...second.parsed.notices, notice] };
  return [first, { ...second, parsed }];
}
