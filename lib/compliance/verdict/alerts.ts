import { addDays, type Day } from "@/lib/civil-date/day";
import { closed, mergeSpans, spanAt } from "@/lib/civil-date/day-range";
import type { Alert, AlertCode, Severity } from "../assessment";
import { REGISTRATION_KINDS } from "../grounds/stopped-days";
import type { Reading } from "../readings/reading-result";
import type { Situation } from "../situation";
import { isBarred, isOverstaying } from "./headline";
import { registrationDuty } from "./registration-duty";
import { type Findings, isLimitNear, isRegistrationNear, isRegistrationOverdue } from "./verdict";

/** A ground that ends within 60 days warns; a later end is a notice, a later end of a visa nothing yet. */
const GROUND_ENDS_NEAR = 60;

/** Everything that someone should act on or know of, worst first. */
export function alertsOf(findings: Findings, headline: Reading | null): Alert[] {
  return [
    ...limitAlerts(findings, headline),
    ...registrationAlerts(findings),
    ...groundAlerts(findings),
    ...visaAlerts(findings),
    ...visaEndAlerts(findings),
    ...logAlerts(findings.situation),
  ].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

const SEVERITIES: readonly Severity[] = ["critical", "warning", "notice"];

function alert(code: AlertCode, severity: Severity, on: Day | null): Alert {
  return { code, severity, on };
}

function limitAlerts(findings: Findings, headline: Reading | null): Alert[] {
  const { situation } = findings;
  if (headline === null) return [];
  if (isOverstaying(situation, headline)) {
    return [alert("limit_exceeded", "critical", headline.firstBreach)];
  }
  if (isBarred(situation, headline)) {
    return [alert("entry_closed", "critical", headline.earliestEntry)];
  }
  return isLimitNear(findings, headline)
    ? [alert("limit_ahead", "warning", headline.reachedOn)]
    : [];
}

function registrationAlerts(findings: Findings): Alert[] {
  const { registrationDueOn } = findings;
  if (isRegistrationOverdue(findings)) {
    return [alert("registration_overdue", "critical", registrationDueOn)];
  }
  return isRegistrationNear(findings)
    ? [alert("registration_due", "warning", registrationDueOn)]
    : [];
}

function groundAlerts({ situation, protection }: Findings): Alert[] {
  const { until } = protection;
  if (!protection.lapsing || typeof until !== "number") return [];
  const ends = addDays(until, 1);
  const near = ends <= addDays(situation.asOf, GROUND_ENDS_NEAR);
  return [alert("ground_ends", near ? "warning" : "notice", ends)];
}

/** A visa makes the stay lawful, but is no registration: past the last day without one it is as overdue as any other. */
function visaAlerts({ situation, hypothesis }: Findings): Alert[] {
  const { asOf, rules, granted } = situation;
  if (!rules.byVisa) return [];
  const today = granted.filter(({ from, to }) => from <= asOf && (to === null || asOf <= to));
  const visaOnly = today.length > 0 && today.every(({ kind }) => kind === "visa");
  const duty = visaOnly ? registrationDuty(situation, hypothesis) : null;
  if (duty === null) return [];
  const severity = duty.lastDay < asOf ? "critical" : "warning";
  return [alert("register_besides_visa", severity, duty.lastDay)];
}

/**
 * A citizen who stays by visa, and is inside, may do so while the visa (or a permit in its place) holds: a
 * registration alone does not make the stay lawful. Where no visa was ever entered nobody knows whether the stay is
 * lawful, and that is said. Of a day on which the law is not known nothing is.
 */
function visaEndAlerts({ situation, protection }: Findings): Alert[] {
  const { asOf, rules, limit, granted, log } = situation;
  if (!rules.byVisa || limit === null || log.inside !== true) return [];
  const permits = mergeSpans(
    granted
      .filter(({ kind, from }) => !REGISTRATION_KINDS.includes(kind) && from <= asOf)
      .map(closed),
  );
  const last = (spanAt(permits, asOf) ?? permits.at(-1))?.to;
  if (last === undefined) return [alert("ground_unknown", "warning", log.insideSince)];
  if (last < asOf) return [alert("visa_ends", "critical", last)];
  const isTold = protection.lapsing && protection.until === last;
  const near = last <= addDays(asOf, GROUND_ENDS_NEAR);
  return near && !isTold ? [alert("visa_ends", "warning", last)] : [];
}

/** A log that leaves a range; a record that is there twice, or before the birth, leaves none. */
function logAlerts({ log }: Situation): Alert[] {
  const first = log.problems.find(
    ({ code }) => code !== "duplicate_crossing" && code !== "before_birth",
  );
  return first === undefined ? [] : [alert("log_broken", "notice", first.at)];
}
