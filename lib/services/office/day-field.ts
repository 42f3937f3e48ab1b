import "server-only";
import { z } from "zod";
import { type Day, day, parseDay } from "@/lib/civil-date/day";

/** A civil day written YYYY-MM-DD, as date fields send it. */
export const dayField = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: text === "" ? "required" : "dateInvalid" });
  return z.NEVER;
});

/** The same where nothing may be entered. */
export const optionalDayField = z
  .string()
  .trim()
  .default("")
  .transform((text, context): Day | null => {
    if (text === "") return null;
    const day = parseDay(text);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: "dateInvalid" });
    return z.NEVER;
  });

/** No log and no paper of the border service is older: an earlier year is a typing error. */
const EARLIEST = day("2000-01-01");

/** A day of something that has happened, not before the year 2000. */
export const pastDayField = dayField.refine((on) => on >= EARLIEST, "dayTooEarly");
