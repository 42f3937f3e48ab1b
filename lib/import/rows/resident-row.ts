import { type Day, day } from "@/lib/civil-date/day";
import type { ResidentFact } from "../facts";
import type { Parsed } from "../row-issue";
import { readPersonSaid } from "./person-cells";
import { type RowContext, RowReader } from "./row-reader";

const EARLIEST = day("1991-08-31");

/**
 * Who lives in a dormitory, or all that is wrong with the row. Who has moved out lived there until that day, whatever was
 * agreed; an empty end is no end. Living in a dormitory is no registration (docs/rules.md, section 6).
 */
export function readResident(cells: readonly string[], context: RowContext): Parsed<ResidentFact> {
  const row = new RowReader(cells, context);
  const person = readPersonSaid(row);
  const dormitoryId = row.dormitory("dormitory", row.required("dormitory"));
  const room = row.number("room");
  const livesFrom = row.day("lives_from");
  const agreed = row.day("lives_to");
  const movedOut = row.day("moved_out");
  const livesTo = movedOut ?? agreed;
  checkDays(row, livesFrom, livesTo, movedOut === null ? "lives_to" : "moved_out");
  const ended = livesTo !== null && row.isBehind(livesTo) ? "yes" : "";
  return row.finish(() =>
    dormitoryId === null ? null : { ...person, dormitoryId, room, livesFrom, livesTo, ended },
  );
}

function checkDays(
  row: RowReader,
  from: Day | null,
  to: Day | null,
  end: "lives_to" | "moved_out",
): void {
  if (from !== null && from < EARLIEST) row.issue("implausibleDate", "lives_from");
  if (to !== null && to < EARLIEST) row.issue("implausibleDate", end);
  else if (from !== null && to !== null && to < from) row.issue("endBeforeStart", end);
}
