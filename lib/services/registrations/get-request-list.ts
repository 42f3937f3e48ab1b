import "server-only";
import { z } from "zod";
import type { Day } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import type { Settings } from "@/lib/compliance/settings";
import type { Tx } from "@/lib/db/in-institution";
import { listAnswers, type RequestAnswer } from "@/lib/db/request-answers";
import { readListRows } from "@/lib/db/request-list-rows";
import type { RequestListRecord } from "@/lib/db/request-lists";
import { readBasis } from "../assessments/basis";
import { defineQuery } from "../define-service";
import { dayField } from "../office/day-field";
import { settingsFrom } from "../office/settings-fields";
import type { Candidate } from "./candidates";
import { contentHash } from "./content-hash";
import { fingerprintOf, lacksOnlyPapers, listOrRefuse, readDraft } from "./draft";
import { thawObstacles } from "./frozen-obstacles";
import { thawFields } from "./request-fields";

export type { RequestAnswer } from "@/lib/db/request-answers";
export type { RequestListRecord } from "@/lib/db/request-lists";
export type { Candidate, Warning } from "./candidates";

/** A list as it is shown. Of a filed one all is frozen, and nobody has warnings any more. */
export type RequestListSheet = {
  list: RequestListRecord;
  /** The day that the rows speak of. */
  asOf: Day;
  /** In their order: their numbers are their places, from 1. */
  included: Candidate[];
  leftOut: Candidate[];
  /** How many of a draft stay out only because the program does not hold their papers. */
  lackingPapers: number;
  /** Of a draft: what fileList asks for. */
  fingerprint: string | null;
  /** Of a filed list: the answers to the open questions that it was filed by; null: not kept then, or a draft. */
  settings: Settings | null;
  /** Of a filed list: what the authority answered, by student. */
  answers: ReadonlyMap<number, RequestAnswer>;
  /** Of a filed list: whether its content still has the hash that it was filed with. */
  intact: boolean;
};

/** A list with its students: a draft as the facts stand on `asOf` (today), a filed list as it was filed. */
export const getRequestList = defineQuery({
  name: "registrations.get",
  permission: "registrations:read",
  input: z.object({ listId: z.uuid(), asOf: dayField.optional() }),
  run: async (tx, { listId, asOf }): Promise<RequestListSheet> => {
    const list = await listOrRefuse(tx, listId);
    return list.state === "filed" ? readFiled(tx, list) : draftSheet(tx, list, asOf ?? today());
  },
});

async function draftSheet(tx: Tx, list: RequestListRecord, asOf: Day): Promise<RequestListSheet> {
  const basis = await readBasis(tx, asOf);
  const sorted = await readDraft(tx, list, basis);
  const fingerprint = fingerprintOf(basis, sorted);
  const lackingPapers = sorted.leftOut.filter(lacksOnlyPapers).length;
  return {
    list,
    asOf,
    ...sorted,
    lackingPapers,
    fingerprint,
    settings: null,
    answers: new Map(),
    intact: true,
  };
}

/** A filed list from its frozen rows alone. */
export async function readFiled(tx: Tx, list: RequestListRecord): Promise<RequestListSheet> {
  const rows = await readListRows(tx, list.id);
  const candidates = rows.map(({ studentId, fields, obstacles }) => ({
    studentId,
    fields: thawFields(fields),
    obstacles: thawObstacles(obstacles),
    warnings: [],
  }));
  return {
    list,
    asOf: list.asOf,
    included: candidates.filter(({ obstacles }) => obstacles.length === 0),
    leftOut: candidates.filter(({ obstacles }) => obstacles.length > 0),
    lackingPapers: 0,
    fingerprint: null,
    settings: list.settings === null ? null : settingsFrom(list.settings),
    answers: new Map((await listAnswers(tx, list.id)).map((answer) => [answer.studentId, answer])),
    intact: contentHash({ ...list, rows }) === list.contentHash,
  };
}
