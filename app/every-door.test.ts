import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The doors that stand open to whoever is not signed in, each for a reason. */
const OPEN = [
  "(public)/sign-in/page.tsx", // where one signs in
  "(public)/sign-in/actions.ts",
  "api/auth/[...nextauth]/route.ts", // the same for programs
  "api/health/route.ts", // whether the program is alive, nothing else
  "preferences/actions.ts", // language and theme of this browser
];

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
const source = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");
const closed = (name: RegExp) => files.filter((file) => name.test(file) && !OPEN.includes(file));

test("only known doors are open, and each of them exists", () => {
  for (const file of OPEN) expect(files).toContain(file);
});

/** A student's pages are opened in one place, which asks for all of them. */
const OPENS_STUDENT = "(desk)/students/[id]/open-file.ts";

test("who opens a student's page is asked first", () => {
  expect(source(OPENS_STUDENT)).toMatch(/\{\n {2}const actor = await requireActor\(\)/);
});

test.each(closed(/(^|\/)page\.tsx$/))("the page %s asks who is there", (file) => {
  const isStudents = file.startsWith("(desk)/students/[id]/");
  expect(source(file)).toMatch(isStudents ? /await openFile\(/ : /await requireActor\(\)/);
});

test.each(closed(/(^|\/)route\.ts$/))("every method of the route %s asks who is there", (file) => {
  const text = source(file);
  const methods = text.match(/^export (async function|const|function) [A-Z]+\b/gm) ?? [];
  const asked = text.match(/\bwithActor[<(]|await requireActor\(\)|await currentActor\(\)/g) ?? [];
  expect(methods.length).toBeGreaterThan(0);
  expect(asked.length).toBeGreaterThanOrEqual(methods.length);
});

test.each(closed(/(^|\/)actions\.ts$/))("every action in %s asks who is there", (file) => {
  const actions = source(file)
    .split(/^export (?=async function|const)/m)
    .slice(1);
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) expect(action).toMatch(/await (require|current)Actor\(\)/);
});
