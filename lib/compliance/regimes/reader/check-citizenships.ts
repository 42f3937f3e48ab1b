import { complain, type Place, placesAt, propertyOf } from "./place";

/** Reports citizenships that two groups list, or one group twice, or that are at home and need no rule. */
export function checkCitizenships(groups: Place, home: unknown): void {
  if (!Array.isArray(groups.value)) return;
  const seen = new Map<unknown, string>(codesOf(home).map((code) => [code, "home"]));
  for (const group of placesAt(groups, labelledByCitizenships)) {
    const name = group.path.at(-1) ?? "";
    for (const code of codesOf(propertyOf(group.value, "citizenships"))) {
      const where = seen.get(code);
      if (where === undefined) seen.set(code, name);
      else complain(group, doubleOf(code, where, name));
    }
  }
}

function doubleOf(code: string, where: string, name: string): string {
  if (where === "home") return `${code} is at home and needs no rule`;
  return where === name ? `${code} stands twice` : `${code} stands in ${where} too`;
}

/** " (TJ, GE, MD)" for a group: its first three citizenships. */
export function labelledByCitizenships(item: unknown): string {
  const codes = codesOf(propertyOf(item, "citizenships"));
  const named = codes.slice(0, 3).join(", ");
  if (named === "") return "";
  return codes.length > 3 ? ` (${named} …)` : ` (${named})`;
}

function codesOf(value: unknown): string[] {
  const codes: unknown[] = Array.isArray(value) ? value : [];
  return codes.filter((code) => typeof code === "string");
}
