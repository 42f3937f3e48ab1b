import type { QuestionView } from "./question-block";

/** Answers on the screen that are not those in force, by the setting they would change. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

const same = (a: readonly string[], b: readonly string[]) => a.join("\n") === b.join("\n");

/** The questions whose answer on the screen differs from the one in force. */
export function changedQuestions(
  questions: readonly QuestionView[],
  chosen: Chosen,
): QuestionView[] {
  return questions.filter(({ setting, now }) => {
    const values = setting === null ? undefined : chosen[setting];
    return values !== undefined && !same(values, now);
  });
}

/**
 * What the server is asked, in the manner of the form; "" where nothing is changed, or where a question
 * stands without any answer, which has no effect to count.
 */
export function effectQuery(changed: readonly QuestionView[], chosen: Chosen): string {
  const query = new URLSearchParams();
  for (const { setting } of changed) {
    if (setting === null) continue;
    const values = chosen[setting] ?? [];
    if (values.length === 0) return "";
    query.append("asked", setting);
    for (const value of values) query.append(setting, value);
  }
  return query.toString();
}
