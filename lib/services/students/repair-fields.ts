import "server-only";
import { z } from "zod";

/** The key of a student, as a form sends it. */
export const studentKey = z.coerce.number().int().positive().max(2_147_483_647);

/** A crossing's ref (CrossingRecord). */
export const crossingRef = z.string().regex(/^[1-9]\d{0,17}$/);

/** The version of the student's facts that a form was made for; absent: for whatever they are. */
export const factsSeen = z.coerce.number().int().nonnegative().optional();

/** Why somebody did it, in their own words: whoever looks later must understand. */
export const reasonField = z.string().trim().min(1, "required").max(500, "tooLong");

/** "10:15" → the minute of the day; an empty text: not known. */
export const minuteField = z
  .string()
  .trim()
  .default("")
  .transform((text, context): number | null => {
    if (text === "") return null;
    const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
    if (match !== null) return Number(match[1]) * 60 + Number(match[2]);
    context.addIssue({ code: "custom", message: "timeInvalid" });
    return z.NEVER;
  });
