import { day } from "@/lib/civil-date/day";
import type { GroundFact, GroundKind } from "../facts";
import type { Parsed } from "../row-issue";
import { readGroundKind, readGroundStatus } from "../values/ground-words";
import { tellFarDays } from "./far-days";
import { readWho } from "./person-cells";
import { type RowContext, RowReader } from "./row-reader";

const EARLIEST = day("1991-08-31");
const REGISTRATIONS: ReadonlySet<GroundKind> = new Set(["dormitory", "address", "employment"]);

/** A ground of stay, or all that is wrong with the row. An empty end is no end. */
export function readGround(cells: readonly string[], context: RowContext): Parsed<GroundFact> {
  const row = new RowReader(cells, context);
  const who = readWho(row);
  const studentNo = who?.studentNo ?? row.number("student_no", row.required("student_no"));
  const kind = row.word("kind", row.required("kind"), readGroundKind, "unknownGroundKind");
  const validFrom = row.day("valid_from", row.required("valid_from"));
  const validTo = row.day("valid_to");
  if (validFrom !== null && validFrom < EARLIEST) row.issue("implausibleDate", "valid_from");
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    row.issue("endBeforeStart", "valid_to");
  }
  tellFarDays(row, validFrom, validTo);
  const number = row.number("number");
  const address = row.text("address");
  const status = row.word(
    "status",
    row.required("status"),
    readGroundStatus,
    "unknownGroundStatus",
  );
  if (kind !== null && REGISTRATIONS.has(kind) && status === "granted") tellNoEnd(row);
  const visaType = row.text("visa_type");
  return row.finish(() => {
    if (!kind || !status || validFrom === null) return null;
    const fact = { studentNo, kind, number, validFrom, validTo, address, status, visaType };
    return who === null ? fact : { ...fact, who };
  });
}

/** Every registration ends some day; without its end it would protect for ever. */
function tellNoEnd(row: RowReader): void {
  if (row.text("valid_to") === "") row.notice("noEnd", "valid_to");
}
