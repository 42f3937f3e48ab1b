"use server";

import { refresh } from "next/cache";
import { formOutcome, textOf } from "@/app/form-outcome";
import { controlOf } from "@/components/students/file/residence-control";
import type {
  RepairDone,
  RepairOutcome,
  RepairPlace,
} from "@/components/students/repair/repair-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/permissions";
import { invalidField } from "@/lib/services/app-error";
import { recordCrossing } from "@/lib/services/students/record-crossing";
import { setCrossingAside } from "@/lib/services/students/set-crossing-aside";
import { undoRepair } from "@/lib/services/students/undo-repair";
import { type ResidenceInput, updateResidence } from "@/lib/services/students/update-residence";

const FIELDS = [
  "studentId",
  "route",
  "dormitoryId",
  "room",
  "livesFrom",
  "livesTo",
  "address",
  "ownerName",
  "ownerDocument",
  "consentNotary",
  "consentNumber",
  "consentDate",
  "technicalPassportNo",
  "contractNo",
  "contractDate",
  "feeReceipt",
] as const;

/** Keeps what the registrar entered of a student's residence. */
export async function saveResidence(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  // Text from a form; the service's schema decides what of it can be kept.
  const input = Object.fromEntries(FIELDS.map((name) => [name, textOf(form, controlOf(name))]));
  const outcome = await formOutcome(form, async () => {
    await updateResidence(actor, input as ResidenceInput);
    return null;
  });
  refresh();
  return outcome;
}

/** Makes the repair that a form of the student's page asks for, or takes one back. */
export async function repairLog(
  _before: FormOutcome<RepairOutcome>,
  form: FormData,
): Promise<FormOutcome<RepairOutcome>> {
  const actor = await requireActor();
  const place: RepairPlace = textOf(form, "place") === "crossings" ? "crossings" : "troubles";
  const outcome = await formOutcome(form, async () => ({ done: await repair(actor, form), place }));
  refresh();
  return outcome;
}

/** Texts from a form; the services' schemas decide what of them can be kept. */
async function repair(actor: Actor, form: FormData): Promise<RepairDone> {
  const studentId = textOf(form, "studentId");
  const kind = textOf(form, "kind");
  if (kind === "undo") return undo(actor, studentId, form);
  const given = { studentId, reason: textOf(form, "reason"), factsSeen: textOf(form, "factsSeen") };
  if (kind === "set_aside") {
    await setCrossingAside(actor, { ...given, refs: form.getAll("refs").map(String) });
    return "setAside";
  }
  const day = textOf(form, "day");
  // Days as ISO text are in order of time.
  if (day !== "" && (day < textOf(form, "from") || day > textOf(form, "to"))) {
    throw invalidField("day", "crossingDayOutside");
  }
  const direction = kind === "add_entry" ? ("entry" as const) : ("exit" as const);
  await recordCrossing(actor, { ...given, direction, day, minute: textOf(form, "minute") });
  return "recorded";
}

const UNDONE = {
  setAside: "countsAgain",
  recorded: "removed",
  leftover: "leftoverRemoved",
} as const satisfies Record<string, RepairDone>;

async function undo(actor: Actor, studentId: string, form: FormData): Promise<RepairDone> {
  const asked = textOf(form, "repair");
  const repair = asked === "setAside" || asked === "leftover" ? asked : "recorded";
  await undoRepair(actor, { studentId, ref: textOf(form, "ref"), repair });
  return UNDONE[repair];
}
