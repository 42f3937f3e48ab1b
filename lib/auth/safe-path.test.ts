import fc from "fast-check";
import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test("a path of this site is kept with its query", () => {
  expect(safePath("/students?page=2&q=%D0%90")).toBe("/students?page=2&q=%D0%90");
  expect(safePath("/imports/7#rows")).toBe("/imports/7#rows");
});

test.each([
  undefined,
  null,
  "",
  "students",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "javascript:alert(1)",
  "/sign-in?next=/sign-in",
  "/api/auth/signout",
])("%j leads to the first page instead", (text) => {
  expect(safePath(text)).toBe("/");
});

test("whatever the address says, a browser stays on this site", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "@",
    ":",
    "evil.example",
    "\t",
    "?",
    "#",
    "http:",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const there = new URL(safePath(parts.join("")), "https://sanak.example/sign-in");
      expect(there.origin).toBe("https://sanak.example");
    }),
  );
});
