import "server-only";
import { z } from "zod";
import { type Day, day, formatDay, parseDay } from "@/lib/civil-date/day";
import { WINDOW_READINGS } from "@/lib/compliance/assessment";
import { defaultSettings, KZ_COUNTING_STARTS, type Settings } from "@/lib/compliance/settings";

/** The open questions of the law, as they are stored and as the form sends them: days are text. */
export const settingsFields = z.object({
  readings: z
    .array(z.enum(WINDOW_READINGS))
    .min(1, "readingMissing")
    .transform((chosen) => WINDOW_READINGS.filter((reading) => chosen.includes(reading))),
  kzCountingStart: z.enum(KZ_COUNTING_STARTS, "required").transform(day),
  reentryAfterDays: z.union([z.literal(91), z.literal(90)], "required"),
  unconfirmedLimit: z.enum(["60/120", "30/60"], "required"),
  exitDayCounts: z.boolean(),
  sameDayCounts: z.enum(["once", "twice"], "required"),
  registrationEffect: z.enum(["pauses", "resets", "nothing"], "required"),
  registrationCovers: z.enum(["ownStart", "entry"], "required"),
  registrationTrigger: z.enum(["perStay", "inWindow"], "required"),
  registrationEnd: z.enum(["earliest", "visaOnly"], "required"),
  holidays: z.array(z.string()).transform((texts, context): Day[] => {
    const days = texts.map(parseDay).filter((parsed) => parsed !== null);
    if (days.length === texts.length) return [...new Set(days)].sort((a, b) => a - b);
    context.addIssue({ code: "custom", message: "holidayInvalid" });
    return z.NEVER;
  }),
});

/** The same, where not every question has an answer. */
export const someSettingsFields = settingsFields.partial();

/**
 * What an institution has set, with the engine's default for each question that it has not answered.
 * Throws when the database holds an answer that is none: a wrong rule must not pass for a default.
 */
export function settingsFrom(column: unknown): Settings {
  return answersOver(defaultSettings, someSettingsFields.parse(column));
}

/** The settings with those answers in place that are given. */
export function answersOver(
  settings: Settings,
  given: z.output<typeof someSettingsFields>,
): Settings {
  const answers = Object.entries(given).filter(([, answer]) => answer !== undefined);
  return { ...settings, ...Object.fromEntries(answers) };
}

/** Settings → what the column keeps. */
export function settingsToColumn(settings: Settings): Record<string, unknown> {
  return {
    ...settings,
    kzCountingStart: formatDay(settings.kzCountingStart),
    holidays: settings.holidays.map(formatDay),
  };
}
