import "server-only";
import { type Day, formatDay } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import type { Assessment } from "@/lib/compliance/assessment";
import { readBasisInBulk } from "@/lib/db/assessment-basis";
import { factsOfStaged, type KindOfFacts } from "@/lib/db/import/effect-facts";
import {
  type ChangedVerdict,
  deleteEffect,
  writeAnswersEffect,
  writeBroken,
  writeChangedVerdicts,
  writeResidentsEffect,
  writeRosterEffect,
} from "@/lib/db/import/effect-rows";
import type { ImportEffect } from "@/lib/db/import/effect-words";
import type { FactsCompared } from "@/lib/db/import/facts-compared";
import type { ImportKind, ImportRecord } from "@/lib/db/import/import-words";
import { ownStaged } from "@/lib/db/import/kept-staging";
import { writeVanished } from "@/lib/db/import/last-log";
import { findMaybeNamed } from "@/lib/db/import/named-in-file";
import type { BulkClient } from "@/lib/db/in-institution";
import { assessed } from "../assessments/assessed-verdict";
import { type Basis, basisOf } from "../assessments/basis";

/** Whose effect rests on more than facts of stay: where students live, lists that were filed. Such files are short. */
const RESTS_ON_MORE: readonly ImportKind[] = ["residents", "authority"];

type Changed = { verdicts: ChangedVerdict[]; broken: number[] };

/** Whose verdicts would change, and whose logs would contradict themselves in more places than they do. */
function changedIn(batch: readonly FactsCompared[], basis: Basis): Changed {
  const changed: Changed = { verdicts: [], broken: [] };
  for (const { studentId, before, after } of batch) {
    if (after === null) continue;
    const was = before === null ? null : assessed(before, basis);
    const becomes = assessed(after, basis);
    if (was?.verdict !== becomes.verdict) {
      const verdicts = { before: was?.verdict ?? null, after: becomes.verdict };
      changed.verdicts.push({ studentId, ...verdicts });
    }
    if (gapsOf(becomes) > gapsOf(was)) changed.broken.push(studentId);
  }
  return changed;
}

/** In how many places of a log a crossing is missing, or one is too many. */
function gapsOf(assessment: Assessment | null): number {
  const problems = assessment?.dataProblems ?? [];
  return problems.filter(
    ({ code }) => code === "entry_without_exit" || code === "exit_without_entry",
  ).length;
}

/** Whose verdicts would change, and of a log whose crossings would not follow one another; returns how many students the new and changed rows are about. */
async function writeVerdicts(
  client: BulkClient,
  { id, kind }: { id: string; kind: KindOfFacts },
  basis: Basis,
): Promise<number> {
  let students = 0;
  for await (const batch of factsOfStaged(client, kind)) {
    students += batch.length;
    const { verdicts, broken } = changedIn(batch, basis);
    await writeChangedVerdicts(client, id, verdicts);
    if (kind === "crossings") await writeBroken(client, id, broken);
  }
  return students;
}

const basisToday = async (client: BulkClient) => basisOf(await readBasisInBulk(client), today());

/** Counts what the rows in `staged`, which are not written yet, mean for students by the facts as they stand; keeps whom, in place of what was kept. */
export async function countEffect(client: BulkClient, record: ImportRecord): Promise<ImportEffect> {
  const { id, kind } = record;
  const basis = await basisToday(client);
  await ownStaged(client);
  await deleteEffect(client, id);
  const asOf = formatDay(basis.asOf);
  const unread = await findMaybeNamed(client, record);
  const students =
    kind === "residents"
      ? await writeResidentsEffect(client, id, asOf)
      : await writeVerdicts(client, { id, kind }, basis);
  if (kind === "roster") await writeRosterEffect(client, id);
  if (kind === "authority") await writeAnswersEffect(client, id);
  const lastLog = kind === "crossings" ? await writeVanished(client, record) : null;
  const { factsVersion, text } = basis;
  return { asOf, students, lastLog, unread, factsVersion, basis: text };
}

/** By what an effect was found out, beside what the file says: as things stand, another day, or other facts or settings. */
export type EffectIsOf = "now" | "earlierDay" | "earlierFacts";

/** What was not found out is of no earlier time. */
export function effectIsOf(
  effect: ImportEffect | null,
  basis: { asOf: Day; factsVersion: number; text: string },
): EffectIsOf {
  if (effect === null || "failed" in effect) return "now";
  if (effect.asOf !== formatDay(basis.asOf)) return "earlierDay";
  const isSame = effect.factsVersion === basis.factsVersion && effect.basis === basis.text;
  return isSame ? "now" : "earlierFacts";
}

/**
 * Counts the effect anew where it has been told and may be another by now; null: what was told holds, or nothing was. Before
 * the rows are written.
 */
export async function recountEffect(
  client: BulkClient,
  record: ImportRecord,
): Promise<ImportEffect | null> {
  const { effect, kind } = record;
  if (effect === null || "failed" in effect) return null;
  const isOf = effectIsOf(effect, await basisToday(client));
  if (isOf === "now" && !RESTS_ON_MORE.includes(kind)) return null;
  return countEffect(client, record);
}
