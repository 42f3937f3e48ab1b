import kg from "./kg.json" with { type: "json" };
import { readRegime } from "./read-regime";

/** In place of a value: the key, or the item of a list, is taken away. */
export const GONE = Symbol("gone");

/** The problems of kg.json with values planted in it, each at a path like "groups.0.name". */
export function problemsWith(
  ...planted: (readonly [path: string, value: unknown])[]
): readonly string[] {
  const json: Record<string, unknown> = structuredClone(kg);
  for (const [path, value] of planted) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, json);
    if (value !== GONE) holder[last] = value;
    else if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
  }
  const read = readRegime(json, "kg.json");
  return "problems" in read ? read.problems : [];
}
