/** Why a service refused. Turned into words for the user in one place (app). */
export type RefusalCode = "forbidden" | "notFound" | "conflict" | "invalid";

/** Which field of a form is wrong, and the key of the message that says why. */
export type FieldErrors = Record<string, string>;

/** A refusal that users can meet in ordinary work; anything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: RefusalCode;
  /** Key of the message that explains it to the user, in messages/<locale>/errors.json. */
  readonly reason: string;
  /** Per field (path joined by "."), a key of the same file; empty where no field is to blame. */
  readonly fields: FieldErrors;

  constructor(code: RefusalCode, reason: string, fields: FieldErrors = {}) {
    super(`${code}: ${reason}`);
    this.name = "AppError";
    this.code = code;
    this.reason = reason;
    this.fields = fields;
  }
}

/** A refusal that one field of a form is to blame for. */
export function invalidField(field: string, reason: string): AppError {
  return new AppError("invalid", "invalidInput", { [field]: reason });
}
