import { type Day, day } from "@/lib/civil-date/day";
import { foldDocumentNo } from "@/lib/person-name/document-no";
import type { CrossingFact } from "../facts";
import type { Parsed } from "../row-issue";
import { readCheckpoint } from "../values/checkpoint";
import { readDirection } from "../values/direction";
import { type RowContext, RowReader } from "./row-reader";

/** No log is older than the state; an earlier year is a typing error. */
const EARLIEST = day("1991-08-31");

/** A crossing, or all that is wrong with the row. */
export function readCrossing(cells: readonly string[], context: RowContext): Parsed<CrossingFact> {
  const row = new RowReader(cells, context);
  const studentNo = row.number("student_no");
  const documentNo = row.number("document_no");
  if (studentNo === "" && documentNo === "") {
    row.issue("missingValue", row.has("student_no") ? "student_no" : "document_no");
  }
  if (foldDocumentNo(documentNo).lookAlikes) row.notice("lookAlikeLetters", "document_no");
  const direction = row.word(
    "direction",
    row.required("direction"),
    readDirection,
    "unknownDirection",
  );
  const moment = row.moment("at", row.required("at"));
  if (moment) checkDay(row, moment.day);
  const checkpoint = readCheckpointCell(row);
  return row.finish(() =>
    direction && moment
      ? { studentNo, documentNo, direction, day: moment.day, minute: moment.minute, checkpoint }
      : null,
  );
}

function checkDay(row: RowReader, at: Day): void {
  if (at < EARLIEST) row.issue("implausibleDate", "at");
  else if (row.isAhead(at)) row.issue("futureDate", "at");
}

function readCheckpointCell(row: RowReader): string {
  const written = row.text("checkpoint");
  if (written === "") return "";
  const known = readCheckpoint(written);
  if (known === null) row.notice("unknownCheckpoint", "checkpoint");
  return known ?? written;
}
