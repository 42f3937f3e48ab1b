import { isQuestionSetting, type QuestionSetting } from "@/lib/services/office/answers";
import type { ChangeOfficeInput } from "@/lib/services/office/change-office";

/** Every setting that was asked for is named under this, since a question without an answer sends nothing. */
export const ASKED = "asked";

type Sent = { getAll(name: string): unknown[] };

/**
 * The answers that a form or an address holds, for the service to judge: only to the questions it was
 * asked, so that those it does not show stay as they are.
 */
export function readAnswers(sent: Sent): Partial<ChangeOfficeInput> {
  const asked = sent.getAll(ASKED).map(String).filter(isQuestionSetting);
  return Object.fromEntries(
    asked.map((setting) => [setting, answerOf(setting, sent.getAll(setting).map(String))]),
  );
}

function answerOf(setting: QuestionSetting, [first = "", ...more]: string[]): unknown {
  switch (setting) {
    case "readings":
      return first === "" ? [] : [first, ...more];
    case "exitDayCounts":
      return first === "true" ? true : first === "false" ? false : first;
    case "reentryAfterDays":
      return Number(first);
    case "kzCountingStart":
    case "sameDayCounts":
    case "registrationEffect":
    case "registrationCovers":
    case "registrationTrigger":
    case "unconfirmedLimit":
    case "registrationEnd":
      return first;
  }
}
