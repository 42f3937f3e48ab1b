import type { FormOutcome } from "@/components/ui/form-outcome";
import { AppError } from "@/lib/services/app-error";

/** What a form holds, as text; files are left out, and passwords, which never travel back. */
function entered(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith("$ACTION")));
}

/**
 * Runs what a form asks for. A service's refusal comes back with what was entered, to be said and
 * mended in place; anything else that is thrown is a bug and goes on to the error page.
 */
export async function formOutcome<Result>(
  form: FormData,
  run: () => Promise<Result>,
): Promise<FormOutcome<Result>> {
  try {
    return { kind: "done", result: await run() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { reason, fields } = error;
    return { kind: "refused", reason, fields, entered: entered(form) };
  }
}

/** A field's text; "" where the form has none. */
export function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
}
