import type { z } from "zod";
import type { FieldErrors } from "./app-error";

/** A schema's own message is a key of errors.json; zod's English sentences are not shown to users. */
const KEY = /^[a-z][A-Za-z]*$/;

/** The first problem of each field, as a key of messages/<locale>/errors.json. */
export function fieldErrors({ issues }: z.ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of issues) {
    const field = issue.path.join(".");
    if (field !== "") fields[field] ??= KEY.test(issue.message) ? issue.message : "invalidValue";
  }
  return fields;
}
