import "server-only";
import { z } from "zod";
import { formatDay } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import { touchFacts } from "@/lib/db/facts-version";
import { findSameCrossing, insertCrossing } from "@/lib/db/repairs";
import { AppError, invalidField } from "../app-error";
import { defineCommand } from "../define-service";
import { pastDayField } from "../office/day-field";
import { admitRepair } from "./admit-repair";
import { factsSeen, minuteField, reasonField, studentKey } from "./repair-fields";

const input = z.object({
  studentId: studentKey,
  direction: z.enum(["entry", "exit"], "required"),
  day: pastDayField,
  /** "10:15", or "" where the time is not known. */
  minute: minuteField,
  reason: reasonField,
  factsSeen,
});
export type RecordCrossingInput = z.input<typeof input>;

/**
 * Enters a crossing that no log holds. The same one a second time is refused; a log that brings it later is
 * recognised by imports. Returns its ref.
 */
export const recordCrossing = defineCommand({
  name: "students.recordCrossing",
  permission: "students:write",
  input,
  run: async (tx, { studentId, factsSeen: seen, ...crossing }, actor) => {
    if (crossing.day > today()) throw invalidField("day", "dayAhead");
    await admitRepair(tx, studentId, seen);
    const same = await findSameCrossing(tx, studentId, crossing);
    if (same === "known") throw new AppError("conflict", "crossingKnown");
    if (same === "leftover") throw new AppError("conflict", "crossingIsLeftover");
    if (same === "setAside") throw new AppError("conflict", "crossingWasSetAside");
    const ref = await insertCrossing(tx, actor, studentId, { ...crossing, userId: actor.userId });
    await touchFacts(tx, [studentId]);
    const { direction, day, minute, reason } = crossing;
    return {
      result: { ref },
      audit: {
        entity: "student",
        id: String(studentId),
        detail: { ref, direction, day: formatDay(day), minute, reason },
      },
    };
  },
});
