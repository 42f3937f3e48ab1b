import { formatDay } from "@/lib/civil-date/day";
import { defaultSettings, type Settings } from "@/lib/compliance/settings";

/** The settings that answer an open question of the law: all but the holidays, which are the office's own list. */
export type QuestionSetting = Exclude<keyof Settings, "holidays">;

/** The question of docs/rules.md, section 8, that each setting answers. */
export const QUESTION_IDS: Record<QuestionSetting, string> = {
  readings: "A1",
  kzCountingStart: "A2",
  exitDayCounts: "A5",
  sameDayCounts: "A7",
  registrationEffect: "A9",
  registrationCovers: "A10",
  registrationTrigger: "A12",
  reentryAfterDays: "A14",
  unconfirmedLimit: "A19",
  registrationEnd: "A21",
};

export const QUESTION_SETTINGS = Object.keys(QUESTION_IDS) as QuestionSetting[];

/** Whether a text names a setting that answers a question. */
export function isQuestionSetting(text: string): text is QuestionSetting {
  return Object.hasOwn(QUESTION_IDS, text);
}

/** The answer as text, as forms and the regimes' data write it: days as YYYY-MM-DD; several for the readings. */
export function answerTo(setting: QuestionSetting, settings: Settings): string[] {
  if (setting === "readings") return [...settings.readings];
  if (setting === "kzCountingStart") return [formatDay(settings.kzCountingStart)];
  return [String(settings[setting])];
}

/** The settings whose answer is not the default, in the order of the questions. */
export function differingSettings(settings: Settings): QuestionSetting[] {
  return QUESTION_SETTINGS.filter(
    (setting) => answerTo(setting, settings).join() !== answerTo(setting, defaultSettings).join(),
  );
}
