"use server";

import { refresh } from "next/cache";
import { formOutcome } from "@/app/form-outcome";
import type { Answered, GridActions, TakenBack } from "@/components/imports/grid/grid-actions";
import { requireActor } from "@/lib/auth/actor";
import { checkMends, type WaitingActs } from "@/lib/services/imports/mends/check-mends";
import { getGroupTexts, previewReplace } from "@/lib/services/imports/mends/get-grid";
import { type MendInput, mendRows } from "@/lib/services/imports/mends/mend-rows";
import { takeMendBack } from "@/lib/services/imports/mends/take-mend-back";

/** The outcome of what no form has asked for. */
async function answerOf<Result>(run: () => Promise<Result>): Promise<Answered<Result>> {
  const outcome = await formOutcome(new FormData(), run);
  if (outcome.kind === "fresh") throw new Error("an outcome is never fresh");
  return outcome;
}

/** Until a large file is checked, all around its rows stays as it was, and takes seconds to be found out anew. */
function refreshUnlessWaiting(answer: Answered<{ waiting: WaitingActs }>): void {
  if (answer.kind !== "done" || answer.result.waiting === null) refresh();
}

export async function mend(importId: string, what: MendInput): ReturnType<GridActions["mend"]> {
  const actor = await requireActor();
  const answer = await answerOf(() => mendRows(actor, { importId, what }));
  refreshUnlessWaiting(answer);
  return answer;
}

export async function takeBack(
  importId: string,
  what: TakenBack,
): ReturnType<GridActions["takeBack"]> {
  const actor = await requireActor();
  const answer = await answerOf(() => takeMendBack(actor, { importId, what }));
  refreshUnlessWaiting(answer);
  return answer;
}

export async function check(importId: string): ReturnType<GridActions["check"]> {
  const actor = await requireActor();
  const answer = await answerOf(() => checkMends(actor, { importId }).then(() => null));
  refresh();
  return answer;
}

export async function texts(
  importId: string,
  group: Parameters<GridActions["texts"]>[1],
): ReturnType<GridActions["texts"]> {
  const actor = await requireActor();
  return answerOf(() => getGroupTexts(actor, { importId, group }));
}

export async function preview(
  importId: string,
  replacement: Parameters<GridActions["preview"]>[1],
): ReturnType<GridActions["preview"]> {
  const actor = await requireActor();
  return answerOf(() => previewReplace(actor, { importId, replacement }));
}
