import { inBothScripts, NO_NAME, orNoName } from "@/lib/person-name/one-name";
import { hasForeignLetters, hasLostLetters, scriptOf } from "@/lib/person-name/script";
import type { RosterField } from "../fields";
import type { RowReader } from "./row-reader";

/** What a spreadsheet would compute; no name begins so. */
const FORMULA = /^[=+@]/;
/** What no name has. "a/l", "s/o" (son of) stand in Malaysian and Indian passports. */
const ODD = /[<>{}[\]/\\|\d]/;
const SON_OF = /(?<!\p{L})\p{L}\/\p{L}(?!\p{L})/gu;
/** The longest parts of names in passports have some forty letters. */
const LONGEST = 60;

/** A part of a name in both scripts; "" where the file does not say. */
export type NameInScripts = { latin: string; cyrillic: string };

/**
 * One part of a name. A name that stands alone is of its own script, whichever its heading says, as most rosters say
 * none; nothing is transliterated. A dash for a surname or a given name says that the person has one name only.
 */
export function readName(
  row: RowReader,
  latinField: RosterField,
  cyrillicField: RosterField,
): NameInScripts {
  const of = latinField === "middle_name" ? (name: string) => name : orNoName;
  const latin = of(row.text(latinField));
  const cyrillic = of(row.text(cyrillicField));
  tell(row, latinField, latin);
  tell(row, cyrillicField, cyrillic);
  if (latin !== "" && cyrillic !== "") {
    if (scriptOf(latin) === "cyrillic") row.notice("otherScript", latinField);
    if (scriptOf(cyrillic) === "latin") row.notice("otherScript", cyrillicField);
  }
  if (cyrillic === "" && scriptOf(latin) === "cyrillic") return { latin: "", cyrillic: latin };
  if (latin === "" && scriptOf(cyrillic) === "latin") return { latin: cyrillic, cyrillic: "" };
  return { latin, cyrillic };
}

/** Whether surname and given name are known in one script; of somebody with one name that one. */
export function isNamed(last: NameInScripts, first: NameInScripts): boolean {
  const [lasts, firsts] = [last, first].map((name) => inBothScripts(name.latin, name.cyrillic));
  const known = (place: 0 | 1) => {
    const parts = [lasts?.[place] ?? "", firsts?.[place] ?? ""];
    return !parts.includes("") && parts.some((part) => part !== NO_NAME);
  };
  return known(0) || known(1);
}

function tell(row: RowReader, field: RosterField, name: string): void {
  if (name === NO_NAME && !field.startsWith("middle_name")) row.notice("oneName", field);
  if (scriptOf(name) === "mixed") row.notice("mixedScript", field);
  if (hasLostLetters(name)) row.notice("lostLetters", field);
  if (hasForeignLetters(name)) row.notice("foreignLetters", field);
  if (FORMULA.test(name)) row.notice("formulaAsName", field);
  else if (ODD.test(name.replace(SON_OF, ""))) row.notice("oddSigns", field);
  if (name.length > LONGEST) row.notice("longName", field);
}
