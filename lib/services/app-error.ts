/** Why a service refused. Turned into words for the user in one place (app). */
export type RefusalCode = "forbidden" | "notFound" | "conflict" | "invalid";

/** A refusal that users can meet in ordinary work; anything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: RefusalCode;
  /** Key of the message that explains it to the user, in messages/<locale>/errors.json. */
  readonly reason: string;

  constructor(code: RefusalCode, reason: string) {
    super(`${code}: ${reason}`);
    this.name = "AppError";
    this.code = code;
    this.reason = reason;
  }
}
