import "server-only";
import { z } from "zod";
import { formatDay } from "@/lib/civil-date/day";
import { replaceRows } from "@/lib/db/request-list-rows";
import { markFiled, nextListNumber, saveReferences } from "@/lib/db/request-lists";
import { AppError } from "../app-error";
import { readBasis } from "../assessments/basis";
import { defineCommand } from "../define-service";
import { dayField } from "../office/day-field";
import { settingsToColumn } from "../office/settings-fields";
import { contentHash } from "./content-hash";
import { contentOf, fingerprintOf, lockDraft, readDraft, withPapersAtHand } from "./draft";
import { referencesFields } from "./references-fields";

/**
 * Files a draft: gives it the next number and freezes its rows, who goes in and who stays out and why.
 * `fingerprint` names what the registrar saw (getRequestList); where facts have moved since, nothing is
 * filed. The references are those of the form, saved before or not. Two windows file once: the second is told that the list is filed.
 */
export const fileList = defineCommand({
  name: "registrations.file",
  permission: "registrations:write",
  input: referencesFields.extend({
    listId: z.uuid(),
    asOf: dayField,
    fingerprint: z.string(),
    /** The office has the papers that the program does not hold: whom only they keep off goes in. */
    papersAtHand: z.boolean().default(false),
  }),
  run: async (tx, { listId, asOf, fingerprint, papersAtHand, ...references }, actor) => {
    const draft = await lockDraft(tx, listId);
    const basis = await readBasis(tx, asOf);
    const seen = await readDraft(tx, draft, basis);
    if (fingerprintOf(basis, seen) !== fingerprint) {
      throw new AppError("conflict", "listChanged");
    }
    const sorted = papersAtHand ? withPapersAtHand(seen) : seen;
    const students = sorted.included.length;
    if (students === 0) throw new AppError("invalid", "nobodyToFile");
    const number = await nextListNumber(tx, actor);
    const content = contentOf(references, basis, sorted, number);
    const hash = contentHash(content);
    await replaceRows(tx, actor, listId, content.rows);
    await saveReferences(tx, listId, references);
    await markFiled(tx, listId, {
      number,
      asOf,
      regimeVersion: content.regimeVersion,
      settings: settingsToColumn(basis.settings),
      contentHash: hash,
      papersAtHand,
      filedBy: actor.userId,
    });
    const leftOut = sorted.leftOut.length;
    const detail = {
      number,
      asOf: formatDay(asOf),
      students,
      leftOut,
      papersAtHand,
      contentHash: hash,
    };
    return { result: { number }, audit: { entity: "requestList", id: listId, detail } };
  },
});
