import "server-only";
import { AppError } from "../app-error";

/** A page has waited long enough for a day's assessments; they go on being made. */
export class BeingAssessed extends AppError {
  /** What Next.js tells the browser of an error that a page throws; the page of errors knows it. */
  readonly digest = "being-assessed";

  constructor() {
    super("conflict", "beingAssessed");
  }
}
