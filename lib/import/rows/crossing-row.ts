import { type Day, day } from "@/lib/civil-date/day";
import type { CrossingFact } from "../facts";
import type { Parsed } from "../row-issue";
import { readCheckpoint } from "../values/checkpoint";
import { readDirection } from "../values/direction";
import { readDocumentNo } from "./document-cell";
import { readWho } from "./person-cells";
import { type RowContext, RowReader } from "./row-reader";

/** No log is older than the state; an earlier year is a typing error. */
const EARLIEST = day("1991-08-31");

/** A crossing, or all that is wrong with the row. */
export function readCrossing(cells: readonly string[], context: RowContext): Parsed<CrossingFact> {
  const row = new RowReader(cells, context);
  const who = readWho(row);
  const studentNo = who?.studentNo ?? row.number("student_no");
  // Eight digits may be a card that lost its zero or another state's passport, and the log does not say whose.
  const documentNo = who?.documentNo ?? readDocumentNo(row);
  if (who === null && studentNo === "" && documentNo === "") {
    row.issue("missingValue", row.has("student_no") ? "student_no" : "document_no");
  }
  const direction = row.word(
    "direction",
    row.required("direction"),
    readDirection,
    "unknownDirection",
  );
  const moment = row.moment("at", row.required("at"));
  if (moment) checkDay(row, moment.day);
  if (moment) tellMidnight(row, moment.minute);
  const checkpoint = readCheckpointCell(row);
  return row.finish(() => {
    if (!direction || !moment) return null;
    const { day, minute } = moment;
    const fact = { studentNo, documentNo, direction, day, minute, checkpoint };
    return who === null ? fact : { ...fact, who };
  });
}

/** A crossing so near to midnight may have been noted for the neighbouring day. */
const NEAR_MIDNIGHT = 60;
const MINUTES_PER_DAY = 1440;

/** Exactly 00:00 is midnight as well, unless the whole file says so and has days only: that is told once. */
function tellMidnight(row: RowReader, minute: number | null): void {
  if (minute === null) return;
  if (minute >= NEAR_MIDNIGHT && minute < MINUTES_PER_DAY - NEAR_MIDNIGHT) return;
  const { times } = row;
  if (minute === 0) times.asked = true;
  if (!times.areMidnight) row.noticeOfTime("nearMidnight", "at");
  else if (!times.told) {
    times.told = true;
    row.noticeOfTime("noTimes", "at");
  }
}

function checkDay(row: RowReader, at: Day): void {
  if (at < EARLIEST) row.issue("implausibleDate", "at");
  else if (row.isAhead(at)) row.issue("futureDate", "at");
}

function readCheckpointCell(row: RowReader): string {
  const written = row.text("checkpoint");
  if (written === "") return "";
  const known = readCheckpoint(written) ?? row.decided("checkpoint", written);
  if (known === null) row.notice("unknownCheckpoint", "checkpoint");
  return known ?? written;
}
