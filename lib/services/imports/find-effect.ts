import "server-only";
import { formatDay } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import { readBasisInBulk } from "@/lib/db/assessment-basis";
import { factsOfStaged, type KindOfFacts } from "@/lib/db/import/effect-facts";
import {
  type ChangedVerdict,
  deleteEffect,
  markEffect,
  writeAnswersEffect,
  writeChangedVerdicts,
  writeResidentsEffect,
  writeRosterEffect,
} from "@/lib/db/import/effect-rows";
import type { FactsCompared } from "@/lib/db/import/facts-compared";
import { ImportMovedOn } from "@/lib/db/import/finish";
import { hasUncheckedMends, type ImportRecord } from "@/lib/db/import/import-words";
import { findImport } from "@/lib/db/import/imports";
import { writeVanished } from "@/lib/db/import/last-log";
import { findMaybeNamed } from "@/lib/db/import/named-in-file";
import { rehearse } from "@/lib/db/import/run-import";
import {
  type BulkClient,
  type InstitutionScope,
  inInstitution,
  inInstitutionBulk,
} from "@/lib/db/in-institution";
import { log } from "@/lib/log/log";
import { assessedVerdict } from "../assessments/assessed-verdict";
import { type Basis, basisOf } from "../assessments/basis";
import { storedLines } from "./open-stored";

function changedIn(batch: readonly FactsCompared[], basis: Basis): ChangedVerdict[] {
  return batch.flatMap(({ studentId, before, after }) => {
    if (after === null) return [];
    const was = before === null ? null : assessedVerdict(before, basis);
    const becomes = assessedVerdict(after, basis);
    return was === becomes ? [] : [{ studentId, before: was, after: becomes }];
  });
}

/** Whose verdicts would change; returns how many students the new and changed rows are about. */
async function writeVerdicts(
  client: BulkClient,
  { id, kind }: { id: string; kind: KindOfFacts },
  basis: Basis,
): Promise<number> {
  let students = 0;
  for await (const batch of factsOfStaged(client, kind)) {
    students += batch.length;
    await writeChangedVerdicts(client, id, changedIn(batch, basis));
  }
  return students;
}

async function writeEffect(client: BulkClient, record: ImportRecord): Promise<void> {
  const { id, kind } = record;
  const basis = basisOf(await readBasisInBulk(client), today());
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
  const effect = { asOf, students, lastLog, unread };
  if (!(await markEffect(client, id, effect))) throw new ImportMovedOn();
}

/**
 * Finds out what an import that is ready would mean for students: their verdicts today by the facts as they are and as
 * they would be, by the same engine; whom it adds; who is missing from it. A step of its own, so that the page need
 * not wait for it. May be called again.
 */
export async function findEffect(scope: InstitutionScope, importId: string): Promise<void> {
  const record = await inInstitution(scope, (tx) => findImport(tx, importId));
  if (record === null || record.state !== "ready" || record.effect !== null) return;
  // What was mended since is not checked: whom it concerns is found out after the check.
  if (hasUncheckedMends(record)) return;
  try {
    const lines = () => storedLines(scope, record);
    await rehearse(scope, { ...record, asOf: today() }, lines, (client) =>
      writeEffect(client, record),
    );
  } catch (error) {
    if (error instanceof ImportMovedOn) return;
    log.error({ err: error, importId }, "the effect of an import could not be found out");
    await inInstitutionBulk(scope, (client) => markEffect(client, importId, { failed: true }));
  }
}
