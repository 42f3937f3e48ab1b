import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import errors from "@/messages/en/errors.json";

/** Where a service names the key of a message: a refusal, a field to blame, a schema's own message. */
const REASONS = [
  /new AppError\(\s*"\w+",\s*"(\w+)"/g,
  /invalidField\(\s*"\w+",\s*"(\w+)"/g,
  /\.(?:min|max|length)\([^()]+,\s*"(\w+)"\)/g,
  /\bmessage: (?:[^",\n]+\? )?"(\w+)"/g,
];

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
);
const reasons = files.flatMap((file) => {
  const text = readFileSync(join(import.meta.dirname, file), "utf8");
  return REASONS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, key = ""]) => key));
});

test("the search finds refusals, fields and schemas", () => {
  expect(reasons).toEqual(
    expect.arrayContaining(["lastAdministrator", "emailTaken", "passwordTooShort", "required"]),
  );
});

test.each([...new Set(reasons)].sort())("the refusal %s can be said to the user", (reason) => {
  expect(Object.keys(errors)).toContain(reason);
});
