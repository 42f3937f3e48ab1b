"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formOutcome, textOf } from "@/app/form-outcome";
import type { FormOutcome } from "@/components/ui/form-outcome";
import { requireActor } from "@/lib/auth/actor";
import type { ImportKind } from "@/lib/db/import/import-words";
import { commitImport } from "@/lib/services/imports/commit-import";
import { compareLastLog } from "@/lib/services/imports/compare-last-log";
import { decidePeople, type PersonAnswer } from "@/lib/services/imports/decide-people";
import { decideWords } from "@/lib/services/imports/decide-words";
import { discardImport } from "@/lib/services/imports/discard-import";
import { rereadImport } from "@/lib/services/imports/reread-import";
import { undoImport } from "@/lib/services/imports/undo-import";

export async function writeRows(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, async () => {
    await commitImport(actor, {
      importId: textOf(form, "importId"),
      leaveOut: textOf(form, "leaveOut") === "yes",
    });
    return null;
  });
  refresh();
  return outcome;
}

export async function discard(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    discardImport(actor, { importId: textOf(form, "importId") }).then(() => null),
  );
  if (outcome.kind === "done") redirect("/imports");
  return outcome;
}

/** The options of ReadingForm; "" leaves one to the file. The columns are found anew by the headings. */
export async function readOtherwise(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const number = (name: string) => {
    const text = textOf(form, name);
    return text === "" ? {} : { [name]: Number(text) };
  };
  const words = ["encoding", "delimiter", "sheet"].flatMap((name) => {
    // A delimiter may be a tab: nothing is trimmed here.
    const value = form.get(name);
    return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
  });
  const outcome = await formOutcome(form, () =>
    rereadImport(actor, {
      importId: textOf(form, "importId"),
      kind: textOf(form, "kind") as ImportKind,
      mapping: null,
      reading: {
        ...Object.fromEntries(words),
        ...number("headerRow"),
        ...number("headerRows"),
        ...(textOf(form, "hiddenRows") === "no" ? { hiddenRows: false } : {}),
      },
    }).then(() => null),
  );
  refresh();
  return outcome;
}

/** The columns come as fields named column-0, column-1 …, "" for one that is not read; none: they stay as they are. */
function mappingOf(form: FormData): (string | null)[] | null | undefined {
  if (!form.has("columns")) return undefined;
  const columns = Number(textOf(form, "columns"));
  const mapping = Array.from({ length: columns }, (_, i) => textOf(form, `column-${i}`) || null);
  return columns > 0 ? mapping : null;
}

/** What a form answers about the file as a whole; a question that it does not ask stays as it is. */
function answersOf(form: FormData) {
  const given = [...form].flatMap(([name, value]) =>
    name.startsWith("constant-") && typeof value === "string" && value.trim() !== ""
      ? [[name.slice("constant-".length), value]]
      : [],
  );
  return {
    constants: form.has("columns") ? Object.fromEntries(given) : undefined,
    dateOrder: textOf(form, "dateOrder") || undefined,
    serials: form.has("serials") ? textOf(form, "serials") === "yes" : undefined,
    birthYears: form.has("birthYears") ? textOf(form, "birthYears") === "yes" : undefined,
    zeros: textOf(form, "zeros") || undefined,
    erase: form.has("emptyCells") ? form.getAll("erase") : undefined,
  } as Parameters<typeof rereadImport>[1]["answers"];
}

export async function readAgain(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    rereadImport(actor, {
      importId: textOf(form, "importId"),
      kind: textOf(form, "kind") as ImportKind,
      mapping: mappingOf(form),
      answers: answersOf(form),
    }).then(() => null),
  );
  refresh();
  return outcome;
}

/** Words come as word-0 and field-0, what each means as meaning-0; "" for one that is not decided now. */
export async function decideMeanings(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const count = Number(textOf(form, "words"));
  const words = Array.from({ length: count }, (_, i) => ({
    field: textOf(form, `field-${i}`),
    word: textOf(form, `word-${i}`),
    meaning: textOf(form, `meaning-${i}`),
  })).filter(({ meaning }) => meaning !== "");
  const outcome = await formOutcome(form, () =>
    decideWords(actor, {
      importId: textOf(form, "importId"),
      words: words as Parameters<typeof decideWords>[1]["words"],
    }).then(() => null),
  );
  refresh();
  return outcome;
}

/** Whether a log is compared with the last one of its columns. */
export async function compareLog(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const outcome = await formOutcome(form, () =>
    compareLastLog(actor, {
      importId: textOf(form, "importId"),
      isCompared: textOf(form, "isCompared") === "yes",
    }).then(() => null),
  );
  refresh();
  return outcome;
}

/** Goes on to the import's page, which tells how far it is. */
export async function undo(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const importId = textOf(form, "importId");
  const outcome = await formOutcome(form, () =>
    undoImport(actor, { importId, agreement: textOf(form, "agreement") }).then(() => null),
  );
  if (outcome.kind === "done") redirect(`/imports/${importId}`);
  return outcome;
}
const ANSWER = "choice-";

/** Who rows are: fields named choice- with the question's key, of "student:7" or another choice. */
export async function answerQuestions(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const answers = [...form.entries()].flatMap(([name, value]) => {
    if (!name.startsWith(ANSWER) || typeof value !== "string") return [];
    const [choice = "", studentId] = value.split(":");
    return [{ identityKey: name.slice(ANSWER.length), choice, ...(studentId && { studentId }) }];
  });
  const outcome = await formOutcome(form, async () => {
    // Text from a form; the service's schema decides what of it is an answer.
    await decidePeople(actor, {
      importId: textOf(form, "importId"),
      answers: answers as PersonAnswer[],
    });
    return null;
  });
  if (outcome.kind === "done" && textOf(form, "goOn") === "yes") {
    redirect(`/imports/${textOf(form, "importId")}#people`);
  }
  refresh();
  return outcome;
}

/** The ticked rows of a list: fields named likely with the question's key and the student, "key:7", or "key:new". */
export async function confirmPeople(_before: FormOutcome, form: FormData): Promise<FormOutcome> {
  const actor = await requireActor();
  const answers = form.getAll("likely").map((value): PersonAnswer => {
    const [identityKey = "", said] = String(value).split(":");
    return said === "new"
      ? { identityKey, choice: "new" }
      : { identityKey, choice: "student", studentId: said };
  });
  const outcome = await formOutcome(form, () =>
    decidePeople(actor, { importId: textOf(form, "importId"), answers, many: true }).then(
      () => null,
    ),
  );
  refresh();
  return outcome;
}
