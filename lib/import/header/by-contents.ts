import { scriptOf } from "@/lib/person-name/script";
import type { Field } from "../fields";
import type { Target } from "../targets";
import type { ColumnReading } from "./read-columns";
import type { Samples } from "./recognise";

/** The same part of a name in either script: names are sorted by their own script, the field only says which is meant. */
export const IN_SCRIPTS: readonly (readonly [latin: Field, cyrillic: Field])[] = [
  ["last_name", "last_name_cyrillic"],
  ["first_name", "first_name_cyrillic"],
  ["middle_name", "middle_name_cyrillic"],
];

/**
 * The columns, with those of names called after what is in them: "Фамилия" over Cyrillic names is the surname in Cyrillic.
 * Where values are of both scripts or none, or the other field has a column of its own, they stay as they are.
 */
export function calledByContents(
  columns: readonly ColumnReading[],
  values: readonly Samples[],
): ColumnReading[] {
  const taken = columns.flatMap(({ target, proposal }) => target ?? proposal ?? []);
  return columns.map((column, place) => {
    const now = column.target ?? column.proposal;
    const other = now && otherScript(now, values[place] ?? []);
    if (!now || !other || taken.includes(other)) return column;
    if (taken.filter((target) => target === now).length > 1) return column;
    return column.target ? { ...column, target: other } : { ...column, proposal: other };
  });
}

/** The field of the other script, where all values are of that. */
function otherScript(target: Target, values: Samples): Target | null {
  const scripts = new Set(values.map(scriptOf).filter((script) => script !== "none"));
  const [script] = scripts;
  if (scripts.size !== 1) return null;
  for (const [latin, cyrillic] of IN_SCRIPTS) {
    if (target === latin && script === "cyrillic") return cyrillic;
    if (target === cyrillic && script === "latin") return latin;
  }
  return null;
}
