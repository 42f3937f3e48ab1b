import "server-only";
import type { Tx } from "@/lib/db/in-institution";
import { type RequestListRow, readListRows } from "@/lib/db/request-list-rows";
import {
  findRequestList,
  lockRequestList,
  type RequestListRecord,
  type RequestListReferences,
} from "@/lib/db/request-lists";
import { AppError } from "../app-error";
import type { Basis } from "../assessments/basis";
import { settingsToColumn } from "../office/settings-fields";
import { type Candidate, readCandidates } from "./candidates";
import { contentHash, type ListContent } from "./content-hash";
import { freezeObstacles } from "./frozen-obstacles";
import { freezeFields } from "./request-fields";

/** Students of a draft, apart by whether they can be filed. */
export type Sorted = { included: Candidate[]; leftOut: Candidate[] };

/** The list, or the refusal that there is none. */
export async function listOrRefuse(tx: Tx, listId: string): Promise<RequestListRecord> {
  const list = await findRequestList(tx, listId);
  if (list === null) throw new AppError("notFound", "listNotFound");
  return list;
}

/** The draft, for the running transaction alone; a filed list is refused. */
export async function lockDraft(tx: Tx, listId: string): Promise<RequestListRecord> {
  const state = await lockRequestList(tx, listId);
  if (state === null) throw new AppError("notFound", "listNotFound");
  if (state === "filed") throw new AppError("conflict", "listFiled");
  return listOrRefuse(tx, listId);
}

/** The students of a draft as the facts stand on the basis' day, those who go in first. */
export async function readDraft(tx: Tx, list: RequestListRecord, basis: Basis): Promise<Sorted> {
  const rows = await readListRows(tx, list.id);
  return readSorted(
    tx,
    basis,
    rows.map(({ studentId }) => studentId),
  );
}

export async function readSorted(
  tx: Tx,
  basis: Basis,
  studentIds: readonly number[],
): Promise<Sorted> {
  const candidates = await readCandidates(tx, basis, studentIds);
  return {
    included: candidates.filter(({ obstacles }) => obstacles.length === 0),
    leftOut: candidates.filter(({ obstacles }) => obstacles.length > 0),
  };
}

/** Whether nothing but papers that the program does not hold keeps a student off the list. */
export function lacksOnlyPapers({ obstacles }: Candidate): boolean {
  return obstacles.length > 0 && obstacles.every(({ kind }) => kind === "paperMissing");
}

/** The same students where the office says that it has the papers which the program does not hold. */
export function withPapersAtHand({ included, leftOut }: Sorted): Sorted {
  const cleared = leftOut
    .filter(lacksOnlyPapers)
    .map((candidate) => ({ ...candidate, obstacles: [] }));
  return {
    included: [...included, ...cleared],
    leftOut: leftOut.filter((candidate) => !lacksOnlyPapers(candidate)),
  };
}

/** The rows that filing would freeze: those who go in numbered from 1, then those who stay out. */
function rowsToFreeze(
  { included, leftOut }: Sorted,
  { representative, powerOfAttorney }: RequestListReferences,
): RequestListRow[] {
  return [...included, ...leftOut].map(({ studentId, fields, obstacles }, index) => ({
    position: index + 1,
    studentId,
    fields: freezeFields({ ...fields, representative, powerOfAttorney }),
    obstacles: freezeObstacles(obstacles),
  }));
}

/** What filing would freeze; `number` null: it has none yet. */
export function contentOf(
  references: RequestListReferences,
  { asOf, ruleSet, settings }: Pick<Basis, "asOf" | "ruleSet" | "settings">,
  sorted: Sorted,
  number: number | null,
): ListContent {
  return {
    ...references,
    number,
    asOf,
    regimeVersion: ruleSet.version,
    settings: settingsToColumn(settings),
    rows: rowsToFreeze(sorted, references),
  };
}

const NO_REFERENCES = { petition: "", representative: "", powerOfAttorney: "" };

/** Names exactly the students that a person saw on a draft: filing asks for it, so that nothing else is filed. */
export function fingerprintOf(basis: Basis, sorted: Sorted): string {
  return contentHash(contentOf(NO_REFERENCES, basis, sorted, null));
}
