import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import { assess } from "@/lib/compliance/assess";
import type { Settings } from "@/lib/compliance/settings";
import type { Tx } from "@/lib/db/in-institution";
import { readPackedPage } from "@/lib/db/packed-facts";
import type { Basis } from "../assessments/basis";
import { ensureAssessed } from "../assessments/ensure-assessed";
import { defineQuery } from "../define-service";
import { answersOver, someSettingsFields } from "./settings-fields";
import {
  type ChangedVerdicts,
  noChanges,
  noteVerdict,
  summaryOf,
  type VerdictChanges,
} from "./verdict-changes";

export type { VerdictChanges } from "./verdict-changes";

/** What would be different today if the office answered the open questions in another way. */
export type SettingsEffect = {
  asOf: Day;
  /** How many students were looked at; 0 where no question is answered otherwise. */
  students: number;
  /** The questions that are answered otherwise than stored, each changed alone. */
  questions: { question: keyof Settings; effect: VerdictChanges }[];
  /** All of them at once. */
  together: VerdictChanges;
};

/** Students whose facts are held in memory at once. */
const PAGE = 1000;

/**
 * Assesses all students by the settings as they are and as they would be. Takes what the form of the settings
 * sends; questions that are left out stay as they are. Stores nothing.
 */
export const settingsEffect = defineQuery({
  name: "office.settingsEffect",
  permission: "office:read",
  input: someSettingsFields,
  run: async (tx, given): Promise<SettingsEffect> => {
    const basis = await ensureAssessed(tx, today());
    const proposed = answersOver(basis.settings, given);
    const together = { settings: proposed, changed: noChanges() };
    const single = differing(basis.settings, proposed).map((question) => ({
      question,
      settings: { ...basis.settings, [question]: proposed[question] },
      changed: noChanges(),
    }));
    const students = single.length === 0 ? 0 : await compare(tx, basis, [...single, together]);
    const questions: SettingsEffect["questions"] = [];
    for (const { question, changed } of single) {
      questions.push({ question, effect: await summaryOf(tx, changed) });
    }
    return {
      asOf: basis.asOf,
      students,
      questions,
      together: await summaryOf(tx, together.changed),
    };
  },
});

/** The questions whose answers are not the same. */
function differing(stored: Settings, proposed: Settings): (keyof Settings)[] {
  const questions = Object.keys(stored) as (keyof Settings)[];
  return questions.filter(
    (question) => JSON.stringify(stored[question]) !== JSON.stringify(proposed[question]),
  );
}

type Alternative = { settings: Settings; changed: ChangedVerdicts };

/** Notes of all students whose verdict is another under which alternative; returns how many students there are. */
async function compare(
  tx: Tx,
  { ruleSet, settings, asOf, academicYear }: Basis,
  alternatives: readonly Alternative[],
): Promise<number> {
  let students = 0;
  let after = 0;
  for (;;) {
    const page = await readPackedPage(tx, after, PAGE);
    for (const { studentId, facts } of page) {
      const { verdict } = assess(facts, ruleSet, settings, asOf, academicYear);
      for (const { settings: other, changed } of alternatives) {
        const next = assess(facts, ruleSet, other, asOf, academicYear).verdict;
        noteVerdict(changed, studentId, verdict, next);
      }
    }
    students += page.length;
    const last = page.at(-1);
    if (last === undefined) return students;
    after = last.studentId;
  }
}
