import "server-only";
import { z } from "zod";
import { type Day, parseDay } from "@/lib/civil-date/day";

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
