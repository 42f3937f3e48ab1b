import "server-only";
import { z } from "zod";
import { formatDay } from "@/lib/civil-date/day";
import { isRegimeId, ruleSetFor } from "@/lib/compliance/rule-set";
import { findInstitution, saveInstitution } from "@/lib/db/institutions";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { settingsFrom, settingsToColumn } from "./settings-fields";

/**
 * Adds the public holidays that the office's rules propose for a year to its own list; what stands there
 * already stays. Refused where nothing is proposed for that year.
 */
export const takeHolidays = defineCommand({
  name: "office.takeHolidays",
  permission: "office:write",
  input: z.object({ year: z.int() }),
  run: async (tx, { year }, actor) => {
    const before = await findInstitution(tx, actor);
    if (!isRegimeId(before.regime)) throw new Error(`unknown regime: ${before.regime}`);
    const proposed = ruleSetFor(before.regime).holidays.find((known) => known.year === year);
    if (proposed === undefined) throw new AppError("notFound", "holidaysNotProposed");
    const settings = settingsFrom(before.settings);
    const missing = proposed.days
      .map(({ day }) => day)
      .filter((day) => !settings.holidays.includes(day));
    const holidays = [...settings.holidays, ...missing].sort((a, b) => a - b);
    await saveInstitution(tx, actor, {
      name: before.name,
      settings: settingsToColumn({ ...settings, holidays }),
    });
    return {
      result: { added: missing.length },
      audit: {
        entity: "institution",
        id: actor.institutionId,
        detail: { year, added: missing.map(formatDay) },
      },
    };
  },
});
