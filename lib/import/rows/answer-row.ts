import { type Day, day } from "@/lib/civil-date/day";
import type { AuthorityFact } from "../facts";
import type { Parsed } from "../row-issue";
import { readAnswerResult } from "../values/answer-result";
import { tellFarDays } from "./far-days";
import { readPersonSaid } from "./person-cells";
import { type RowContext, RowReader } from "./row-reader";

const EARLIEST = day("1991-08-31");
const HIGHEST_LIST = 1_000_000;

/**
 * What the authority answered about a student on a filed list, or all that is wrong with the row. A registration has both
 * its days: one without an end would protect for ever. Of a refusal the days say nothing.
 */
export function readAuthorityAnswer(
  cells: readonly string[],
  context: RowContext,
): Parsed<AuthorityFact> {
  const row = new RowReader(cells, context);
  const person = readPersonSaid(row);
  const result = row.word("result", row.required("result"), readAnswerResult, "unknownResult");
  const isRegistered = result === "registered";
  const period = isRegistered ? readPeriod(row) : { validFrom: null, validTo: null };
  const registrationNo = row.number("registration_no");
  const reason = row.text("reason");
  if (result !== null && !isRegistered && reason === "") row.notice("reasonMissing", "reason");
  const authority = row.text("authority");
  const listNo = readListNo(row);
  return row.finish(() =>
    result === null
      ? null
      : { ...person, result, reason, registrationNo, ...period, authority, listNo },
  );
}

function readPeriod(row: RowReader): { validFrom: Day | null; validTo: Day | null } {
  const validFrom = row.day("valid_from", row.required("valid_from"));
  const validTo = row.day("valid_to", row.required("valid_to"));
  if (validFrom !== null && validFrom < EARLIEST) row.issue("implausibleDate", "valid_from");
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    row.issue("endBeforeStart", "valid_to");
  }
  tellFarDays(row, validFrom, validTo);
  return { validFrom, validTo };
}

/** "3", "№ 3", "Список № 3 от 15.11.2025": the first number is the list's. */
function readListNo(row: RowReader): number | null {
  const text = row.text("list_no");
  if (text === "") return null;
  const [digits = ""] = /\d+/.exec(text) ?? [];
  const listNo = Number(digits);
  if (digits !== "" && listNo > 0 && listNo < HIGHEST_LIST) return listNo;
  row.issue("unreadableListNo", "list_no");
  return null;
}
