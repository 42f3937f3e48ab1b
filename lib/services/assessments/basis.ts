import "server-only";
import { type Day, formatDay } from "@/lib/civil-date/day";
import { ENGINE_VERSION } from "@/lib/compliance/engine-version";
import type { AcademicYear } from "@/lib/compliance/facts";
import { isRegimeId, type RuleSet, ruleSetFor } from "@/lib/compliance/rule-set";
import type { Settings } from "@/lib/compliance/settings";
import { type AssessmentBasis, readAssessmentBasis } from "@/lib/db/assessment-basis";
import type { MadeWith } from "@/lib/db/assessment-runs";
import type { Tx } from "@/lib/db/in-institution";
import { settingsFrom, settingsToColumn } from "@/lib/services/office/settings-fields";
import { academicYearOn } from "./academic-year-on";

/** All that an assessment on a day is made with, besides the student's facts. */
export type Basis = {
  asOf: Day;
  ruleSet: RuleSet;
  settings: Settings;
  academicYear: AcademicYear;
  /** The institution's facts as they stood when the basis was read. */
  factsVersion: number;
  /** Engine, regime, version, settings and academic year as one text: assessments of another text are stale. */
  text: string;
};

/** Reads the institution's basis for a day. Throws where its regime or settings cannot be understood. */
export async function readBasis(tx: Tx, asOf: Day): Promise<Basis> {
  return basisOf(await readAssessmentBasis(tx), asOf);
}

/** The same of what was read. */
export function basisOf(
  { factsVersion, regime, settings: stored, academicYears }: AssessmentBasis,
  asOf: Day,
): Basis {
  if (!isRegimeId(regime)) throw new Error(`unknown regime: ${regime}`);
  const ruleSet = ruleSetFor(regime);
  const settings = settingsFrom(stored);
  const academicYear = academicYearOn(asOf, academicYears);
  const text = JSON.stringify([
    ENGINE_VERSION,
    ruleSet.id,
    ruleSet.version,
    settings,
    formatDay(academicYear.from),
    formatDay(academicYear.to),
  ]);
  return { asOf, ruleSet, settings, academicYear, factsVersion, text };
}

/** The basis as it is kept beside verdicts, to be read long afterwards. */
export function madeWith({ ruleSet, settings, academicYear }: Basis): MadeWith {
  return {
    regime: ruleSet.id,
    regimeVersion: ruleSet.version,
    engineVersion: ENGINE_VERSION,
    settings: settingsToColumn(settings),
    academicYear,
  };
}
