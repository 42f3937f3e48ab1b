import type { Alert, Severity } from "../assessment";
import { entryOf, type OracleLog } from "./log";
import type { OracleQuestion } from "./oracle";
import { type Scene, STAY_HORIZON } from "./oracle-reading";
import { lastDayFree } from "./registration";
import { asDay } from "./typed-days";

const REGISTRATIONS = ["dormitory", "address", "employment"];
const ENDS_WITHIN = 60;

/** LAW.md, sections 3 and 5, of a citizen who is inside by visa; `groundEnds`: another alert tells that the chain of grounds ends after this day. */
export function visaAlerts(
  question: OracleQuestion,
  scene: Scene,
  log: OracleLog,
  groundEnds: number | null,
): Alert[] {
  const { asOf, facts } = question;
  const { insideSince } = log;
  if (insideSince === null || scene.ruleOn(asOf)?.byVisa !== true) return [];
  const granted = facts.grounds.filter(({ status }) => status === "granted");
  const kindsOn = (day: number) =>
    granted
      .filter(({ from, to }) => from <= day && (to === null || day <= to))
      .map(({ kind }) => kind);
  return [
    ...registerToo(question, scene, entryOf(log, "most") ?? insideSince, kindsOn(asOf)),
    ...papers(question, insideSince, groundEnds),
  ];
}

function told(code: Alert["code"], severity: Severity, on: number): Alert[] {
  return [{ code, severity, on: asDay(on) }];
}

/** Whoever has visas and nothing else today must register like anybody: late is late. */
function registerToo(
  { asOf, duty }: OracleQuestion,
  scene: Scene,
  entry: number,
  kinds: readonly string[],
): Alert[] {
  if (!kinds.includes("visa") || kinds.some((kind) => kind !== "visa")) return [];
  const last = lastDayFree(scene, entry, duty);
  if (last === null) return [];
  return told("register_besides_visa", asOf > last ? "critical" : "warning", last);
}

/** Which paper makes the stay lawful today, day by day: one that holds, one that held, or none that anybody recorded. */
function papers(
  { asOf, facts }: OracleQuestion,
  insideSince: number,
  groundEnds: number | null,
): Alert[] {
  const begun = facts.grounds.filter(
    (one) => one.status === "granted" && !REGISTRATIONS.includes(one.kind) && one.from <= asOf,
  );
  const holds = (day: number) =>
    begun.some(({ from, to }) => day >= from && (to === null || to >= day));
  if (begun.length === 0) return told("ground_unknown", "warning", insideSince);
  let last = asOf;
  if (holds(asOf)) {
    while (holds(last + 1) && last < asOf + STAY_HORIZON) last += 1;
    const isSoon = last <= asOf + ENDS_WITHIN;
    return isSoon && last !== groundEnds ? told("visa_ends", "warning", last) : [];
  }
  while (!holds(last)) last -= 1;
  return told("visa_ends", "critical", last);
}
