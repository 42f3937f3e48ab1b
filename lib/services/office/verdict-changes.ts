import "server-only";
import { VERDICTS, type Verdict } from "@/lib/compliance/assessment";
import type { Tx } from "@/lib/db/in-institution";
import { firstByName, type NamedStudent } from "@/lib/db/student-names";

/** Whose verdicts would be others. */
export type VerdictChanges = {
  /** How many students' verdicts change. */
  students: number;
  /** From which verdict to which and how often, the worst first. */
  changes: { from: Verdict; to: Verdict; count: number }[];
  /** The first of them by name. */
  first: (NamedStudent & { from: Verdict; to: Verdict })[];
};

/** The same while it is found out: of each student no more than a number. */
export type ChangedVerdicts = Map<number, Change>;

/** From and to in one number: places in the list of verdicts. */
type Change = number;

const NAMED = 10;

export function noChanges(): ChangedVerdicts {
  return new Map();
}

/** Keeps the student where the two verdicts differ. */
export function noteVerdict(
  changed: ChangedVerdicts,
  studentId: number,
  from: Verdict,
  to: Verdict,
): void {
  if (from === to) return;
  changed.set(studentId, VERDICTS.indexOf(from) * VERDICTS.length + VERDICTS.indexOf(to));
}

/** Counts the changes and names the first students. */
export async function summaryOf(tx: Tx, changed: ChangedVerdicts): Promise<VerdictChanges> {
  const named = await firstByName(tx, [...changed.keys()], NAMED);
  return summary(changed, named);
}

/** The same, with the first students of each change, at most `limit`: so that none is without a name. */
export async function summaryOfEach(
  tx: Tx,
  changed: ChangedVerdicts,
  limit: number,
): Promise<VerdictChanges> {
  const named: NamedStudent[] = [];
  for (const change of new Set(changed.values())) {
    const those = [...changed].filter(([, other]) => other === change).map(([id]) => id);
    named.push(...(await firstByName(tx, those, limit)));
  }
  return summary(changed, named);
}

function summary(changed: ChangedVerdicts, named: readonly NamedStudent[]): VerdictChanges {
  const counts = new Map<Change, number>();
  for (const change of changed.values()) counts.set(change, (counts.get(change) ?? 0) + 1);
  return {
    students: changed.size,
    changes: [...counts]
      .sort(([a], [b]) => a - b)
      .map(([change, count]) => ({ ...verdictsOf(change), count })),
    first: named.map((student) => ({
      ...student,
      ...verdictsOf(changed.get(student.studentId) ?? 0),
    })),
  };
}

function verdictsOf(change: Change): { from: Verdict; to: Verdict } {
  const from = VERDICTS[Math.floor(change / VERDICTS.length)];
  const to = VERDICTS[change % VERDICTS.length];
  if (from === undefined || to === undefined) throw new RangeError(`no change: ${change}`);
  return { from, to };
}
