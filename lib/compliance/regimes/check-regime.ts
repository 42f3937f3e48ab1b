import { formatDay } from "@/lib/civil-date/day";
import type { CitizenshipRules, Dated, RuleSet } from "./regime";

/**
 * Everything that is wrong with a regime's data, one sentence each; empty when it is sound.
 * Refuses gaps and overlaps between dated values, values that end without a successor or without a
 * citation, unknown sources, and a citizenship that two groups claim.
 */
export function problemsOf(ruleSet: RuleSet): string[] {
  const known = new Set(ruleSet.sources.map((source) => source.id));
  const groups = [...ruleSet.rules, ruleSet.everyOther];
  return [
    ...doubles(
      "source",
      ruleSet.sources.map((source) => source.id),
    ),
    ...doubles("citizenship", [
      ...ruleSet.home,
      ...ruleSet.rules.flatMap((rules) => rules.citizenships),
    ]),
    ...ruleSet.readings.flatMap((reading) => uncited(reading.name, reading.citations, known)),
    ...(ruleSet.reentryWait === null
      ? []
      : uncited("re-entry wait", ruleSet.reentryWait.citations, known)),
    ...groups.flatMap((rules) => groupProblems(rules, known)),
  ];
}

function groupProblems(rules: CitizenshipRules, known: ReadonlySet<string>): string[] {
  const name = rules.citizenships.join(",") || "every other";
  return [
    ...seriesProblems(`${name}: limits`, rules.limits, known),
    ...seriesProblems(`${name}: registration`, rules.registration, known),
    ...(rules.alternatives ?? []).flatMap(({ answer, limits }) =>
      seriesProblems(`${name}: limits if ${answer}`, limits, known),
    ),
  ];
}

function seriesProblems<V>(
  name: string,
  series: readonly Dated<V>[],
  known: ReadonlySet<string>,
): string[] {
  if (series.length === 0) return [`${name}: no value`];
  return series.flatMap((value, index) => {
    const next = series[index + 1];
    return [
      ...uncited(`${name} from ${formatDay(value.from)}`, value.citations, known),
      ...seam(name, value, next),
    ];
  });
}

function seam<V>(name: string, value: Dated<V>, next: Dated<V> | undefined): string[] {
  if (next === undefined) {
    return value.to === null ? [] : [`${name}: nothing follows ${formatDay(value.to)}`];
  }
  if (value.to === null || next.from <= value.to) {
    return [`${name}: overlap at ${formatDay(next.from)}`];
  }
  if (value.to < value.from) return [`${name}: ends before it starts, ${formatDay(value.to)}`];
  return next.from === value.to + 1 ? [] : [`${name}: gap after ${formatDay(value.to)}`];
}

function uncited(name: string, citations: readonly string[], known: ReadonlySet<string>): string[] {
  if (citations.length === 0) return [`${name}: no source`];
  return citations.filter((id) => !known.has(id)).map((id) => `${name}: unknown source ${id}`);
}

function doubles(what: string, ids: readonly string[]): string[] {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...new Set(twice)].map((id) => `${what} ${id} is given twice`);
}
