/**
 * What was chosen in forms that are not sent yet, by import and question, as long as the page stays open: another form on
 * the page may be sent meanwhile, and then all of it comes anew.
 */
const chosen = new Map<string, string>();

const keyOf = (importId: string, question: string) => `${importId} ${question}`;

/** The choice that was not sent, or what holds without one. */
export function keptChoice(importId: string, question: string, otherwise: string): string {
  return chosen.get(keyOf(importId, question)) ?? otherwise;
}

/** Keeps a choice. */
export function keepChoice(importId: string, question: string, choice: string): void {
  chosen.set(keyOf(importId, question), choice);
}

/** Forgets choices that are sent. */
export function forgetChoices(importId: string, questions: readonly string[]): void {
  for (const question of questions) chosen.delete(keyOf(importId, question));
}
