import { expect, test } from "vitest";
import { formatDay } from "@/lib/civil-date/day";
import ge from "./ge.json" with { type: "json" };
import kg from "./kg.json" with { type: "json" };
import kz from "./kz.json" with { type: "json" };
import { readRegime } from "./read-regime";
import type { CitizenshipRules, Dated, DatedLimits, RuleSet } from "./regime";
import ru from "./ru.json" with { type: "json" };
import schengen from "./schengen.json" with { type: "json" };
import tr from "./tr.json" with { type: "json" };

function datedAsWritten({ from, to, value, ...rest }: Dated<unknown>, key: string) {
  return { from: formatDay(from), to: to === null ? null : formatDay(to), [key]: value, ...rest };
}

const limitsAsWritten = (limits: readonly DatedLimits[]) =>
  limits.map((one) => datedAsWritten(one, "limits"));

function groupAsWritten({ limits, registration, alternatives, ...rest }: CitizenshipRules) {
  const others = alternatives?.map((one) => ({ ...one, limits: limitsAsWritten(one.limits) }));
  return {
    ...rest,
    limits: limitsAsWritten(limits),
    registration: registration.map((one) => datedAsWritten(one, "free")),
    ...(others === undefined ? {} : { alternatives: others }),
  };
}

/** The rules in the form of their file, but for the holidays, whose days a file names by key. */
function asWritten({ rules, everyOther, holidays: _, ...rest }: RuleSet) {
  const { citizenships, ...other } = groupAsWritten(everyOther);
  expect(citizenships).toEqual([]);
  return { ...rest, groups: rules.map(groupAsWritten), everyOther: other };
}

test.each([
  ["kg", kg],
  ["schengen", schengen],
  ["kz", kz],
  ["ru", ru],
  ["tr", tr],
  ["ge", ge],
])("what is read of the regime %s is all that its file says, and nothing else", (name, json) => {
  const read = readRegime(json, `${name}.json`);
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const { holidays: _, ...file } = json;
  expect(asWritten(read.ruleSet)).toStrictEqual(file);
});
