import type { Day } from "@/lib/civil-date/day";
import type { RuleSet, Words } from "./regimes/regime";
import { inForce, limitsAsRead, rulesFor } from "./regimes/rule-in-force";
import type { Settings } from "./settings";

/** A lawyer's note, and what it is about: the citizenships of the rules, the limits of days, or the duty to register. */
export type RuleNote = { about: "citizenship" | "limits" | "registration"; note: Words };

/** What a lawyer noted on the rules of a citizenship that are in force on a day. */
export function notesInForce(
  ruleSet: RuleSet,
  citizenship: string,
  settings: Settings,
  on: Day,
): readonly RuleNote[] {
  const rules = rulesFor(ruleSet, citizenship);
  const limits = inForce(limitsAsRead(rules, settings), on);
  const registration = inForce(rules.registration, on);
  const noted = { citizenship: rules, limits, registration };
  const abouts = ["citizenship", "limits", "registration"] as const;
  return abouts.flatMap((about) => {
    const note = noted[about]?.note;
    return note === undefined ? [] : [{ about, note }];
  });
}
