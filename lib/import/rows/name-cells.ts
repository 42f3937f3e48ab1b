import { hasForeignLetters, hasLostLetters, scriptOf } from "@/lib/person-name/script";
import type { RosterField } from "../fields";
import type { RowReader } from "./row-reader";

/** What a spreadsheet would compute; no name begins so. */
const FORMULA = /^[=+@]/;

/** A part of a name in both scripts; "" where the file does not say. */
export type NameInScripts = { latin: string; cyrillic: string };

/**
 * One part of a name. A name that stands alone is of its own script, whichever its heading says, as most rosters say
 * none; nothing is transliterated.
 */
export function readName(
  row: RowReader,
  latinField: RosterField,
  cyrillicField: RosterField,
): NameInScripts {
  const latin = row.text(latinField);
  const cyrillic = row.text(cyrillicField);
  tell(row, latinField, latin);
  tell(row, cyrillicField, cyrillic);
  if (cyrillic === "" && scriptOf(latin) === "cyrillic") return { latin: "", cyrillic: latin };
  if (latin === "" && scriptOf(cyrillic) === "latin") return { latin: cyrillic, cyrillic: "" };
  return { latin, cyrillic };
}

function tell(row: RowReader, field: RosterField, name: string): void {
  if (scriptOf(name) === "mixed") row.notice("mixedScript", field);
  if (hasLostLetters(name)) row.notice("lostLetters", field);
  if (hasForeignLetters(name)) row.notice("foreignLetters", field);
  if (FORMULA.test(name)) row.notice("formulaAsName", field);
}
