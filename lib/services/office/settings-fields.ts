import "server-only";
import { z } from "zod";
import { type Day, day, formatDay, parseDay } from "@/lib/civil-date/day";
import { READINGS } from "@/lib/compliance/assessment";
import { defaultSettings, KZ_COUNTING_STARTS, type Settings } from "@/lib/compliance/settings";

/** The open questions of the law, as they are stored and as the form sends them: days are text. */
export const settingsFields = z.object({
  readings: z
    .array(z.enum(READINGS))
    .min(1, "readingMissing")
    .transform((chosen) => READINGS.filter((reading) => chosen.includes(reading))),
  kzCountingStart: z.enum(KZ_COUNTING_STARTS, "required").transform(day),
  reentryAfterDays: z.union([z.literal(91), z.literal(90)], "required"),
  unconfirmedLimit: z.enum(["60/120", "30/60"], "required"),
  holidays: z.array(z.string()).transform((texts, context): Day[] => {
    const days = texts.map(parseDay).filter((parsed) => parsed !== null);
    if (days.length === texts.length) return [...new Set(days)].sort((a, b) => a - b);
    context.addIssue({ code: "custom", message: "holidayInvalid" });
    return z.NEVER;
  }),
});

const stored = settingsFields.partial();

/**
 * What an institution has set, with the engine's default for each question that it has not answered.
 * Throws when the database holds an answer that is none: a wrong rule must not pass for a default.
 */
export function settingsFrom(column: unknown): Settings {
  const { readings, kzCountingStart, reentryAfterDays, unconfirmedLimit, holidays } =
    stored.parse(column);
  return {
    readings: readings ?? defaultSettings.readings,
    kzCountingStart: kzCountingStart ?? defaultSettings.kzCountingStart,
    reentryAfterDays: reentryAfterDays ?? defaultSettings.reentryAfterDays,
    unconfirmedLimit: unconfirmedLimit ?? defaultSettings.unconfirmedLimit,
    holidays: holidays ?? defaultSettings.holidays,
  };
}

/** Settings → what the column keeps. */
export function settingsToColumn(settings: Settings): Record<string, unknown> {
  return {
    ...settings,
    kzCountingStart: formatDay(settings.kzCountingStart),
    holidays: settings.holidays.map(formatDay),
  };
}
