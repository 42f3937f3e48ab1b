import ge from "./ge.json";
import kg from "./kg.json";
import kz from "./kz.json";
import { readRegime } from "./read-regime";
import type { RuleSet } from "./regime";
import ru from "./ru.json";
import schengen from "./schengen.json";
import tr from "./tr.json";

/** The regimes that come with Sanak. A file that is not sound stops whatever loads it, with its problems. */
export const builtIn = {
  kg: sound(kg, "kg.json"),
  schengen: sound(schengen, "schengen.json"),
  kz: sound(kz, "kz.json"),
  ru: sound(ru, "ru.json"),
  tr: sound(tr, "tr.json"),
  ge: sound(ge, "ge.json"),
} as const satisfies Record<string, RuleSet>;

function sound(json: unknown, fileName: string): RuleSet {
  const read = readRegime(json, fileName);
  if ("problems" in read) throw new Error(`Unsound regime:\n${read.problems.join("\n")}`);
  return read.ruleSet;
}
