import { parseDay } from "@/lib/civil-date/day";
import { WINDOW_READINGS } from "../assessment";
import type { Settings } from "../settings";

/** The settings that answer an open question. */
export type QuestionKey = Exclude<keyof Settings, "holidays">;

type Answer<V> = (texts: readonly string[]) => V | null;

function one<V>(read: (text: string) => V | null): Answer<V> {
  return ([text = "", ...rest]) => (rest.length > 0 ? null : read(text));
}

function word<W extends string>(...words: readonly W[]): Answer<W> {
  return one((text) => words.find((known) => known === text) ?? null);
}

/** How the text of an answer becomes the value of its setting; null: the engine knows no such answer. */
const ANSWERS: { [K in QuestionKey]: Answer<Settings[K]> } = {
  readings: (texts) => {
    const chosen = WINDOW_READINGS.filter((name) => texts.includes(name));
    return chosen.length === new Set(texts).size && chosen.length > 0 ? chosen : null;
  },
  kzCountingStart: one(parseDay),
  exitDayCounts: one((text) => (text === "true" ? true : text === "false" ? false : null)),
  sameDayCounts: word("once", "twice"),
  registrationEffect: word("pauses", "resets", "nothing"),
  registrationCovers: word("ownStart", "entry"),
  registrationTrigger: word("perStay", "inWindow"),
  reentryAfterDays: one((text) => (text === "91" ? 91 : text === "90" ? 90 : null)),
  unconfirmedLimit: word("60/120", "30/60"),
  registrationEnd: word("earliest", "visaOnly"),
};

export const QUESTION_KEYS = Object.keys(ANSWERS) as readonly QuestionKey[];

/** The value that a setting takes with an answer in a regime's words; null where the engine knows no such answer. */
export function settingAnswered<K extends QuestionKey>(
  setting: K,
  texts: readonly string[],
): Settings[K] | null {
  return ANSWERS[setting](texts);
}
