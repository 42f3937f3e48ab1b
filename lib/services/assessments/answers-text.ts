import "server-only";
import {
  type Assessment,
  READINGS,
  type ReadingName,
  type ReadingResult,
} from "@/lib/compliance/assessment";

/**
 * All that the engine answered of a student on a day, as one line: two assessments are the same if these are.
 * Regime, version and day are those of the day's run; days are numbers, `-` stands for null.
 */
export function answersOf(assessment: Assessment): string {
  const { verdict, verdictAtLeast, headline, inside, insideSince, lastExit } = assessment;
  const { protectedUntil, registrationDueOn, readings, alerts, dataProblems } = assessment;
  let text = `${verdict}/${verdictAtLeast} by ${headline ?? "-"}; in ${inside ?? "-"} ${insideSince ?? "-"}, out ${lastExit ?? "-"}; until ${protectedUntil ?? "-"}; due ${registrationDueOn ?? "-"}`;
  for (const name of READINGS) {
    const result = readings[name];
    if (result !== undefined) text += `; ${readingText(name, result)}`;
  }
  for (const { code, severity, on } of alerts) text += `; ${severity} ${code} ${on ?? "-"}`;
  for (const { code, at, ref } of dataProblems) text += `; ${code} ${at} #${ref}`;
  return text;
}

function readingText(name: ReadingName, result: ReadingResult): string {
  const { limit, window, used, usedMin, usedMax, remaining, overstayDays } = result;
  const { firstBreach, lastLawfulDay, earliestEntry, reachedOn } = result;
  return `${name} ${used} (${usedMin}-${usedMax}) of ${limit}/${window ?? "-"}, left ${remaining}, breach ${firstBreach ?? "-"}+${overstayDays}, last ${lastLawfulDay ?? "-"}, entry ${earliestEntry ?? "-"}, reached ${reachedOn ?? "-"}`;
}
