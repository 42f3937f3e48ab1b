import "server-only";
import { z } from "zod";
import { formatDay } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import { deleteBorderCount, insertBorderCount } from "@/lib/db/border-counts";
import { findStudent } from "@/lib/db/student-record";
import { AppError, invalidField } from "../app-error";
import { defineCommand } from "../define-service";
import { optionalDayField, pastDayField } from "../office/day-field";
import { studentKey } from "./repair-fields";

const words = z.string().trim().max(300, "tooLong").default("");

const input = z.object({
  studentId: studentKey,
  /** 0 to 1000, as text or number. */
  statedDays: z
    .union(
      [
        z
          .string()
          .trim()
          .regex(/^\d{1,4}$/)
          .transform(Number),
        z.number(),
      ],
      "daysInvalid",
    )
    .pipe(z.number().int("daysInvalid").min(0, "daysInvalid").max(1000, "daysInvalid")),
  statedOn: pastDayField,
  paper: words,
  paperNo: words,
  paperDate: optionalDayField,
  returnOn: optionalDayField,
  note: z.string().trim().max(1000, "tooLong").default(""),
});
export type RecordBorderCountInput = z.input<typeof input>;

/** Keeps the number of days that the border service gave, beside ours. The same one twice is refused. */
export const recordBorderCount = defineCommand({
  name: "students.recordBorderCount",
  permission: "students:write",
  input,
  run: async (tx, { studentId, ...fields }, actor) => {
    if ((await findStudent(tx, studentId)) === null) throw new AppError("notFound", "notFound");
    if (fields.statedOn > today()) throw invalidField("statedOn", "dayAhead");
    const id = await insertBorderCount(tx, actor, studentId, { ...fields, userId: actor.userId });
    if (id === null) throw new AppError("conflict", "borderCountKnown");
    const { statedDays, statedOn } = fields;
    return {
      result: { id },
      audit: {
        entity: "student",
        id: String(studentId),
        detail: { borderCount: id, statedDays, statedOn: formatDay(statedOn) },
      },
    };
  },
});

/** Removes what was kept by mistake. */
export const removeBorderCount = defineCommand({
  name: "students.removeBorderCount",
  permission: "students:write",
  input: z.object({ studentId: studentKey, id: z.coerce.number().int().positive() }),
  run: async (tx, { studentId, id }) => {
    if (!(await deleteBorderCount(tx, studentId, id))) {
      throw new AppError("notFound", "borderCountNotFound");
    }
    return {
      result: null,
      audit: { entity: "student", id: String(studentId), detail: { borderCount: id } },
    };
  },
});
