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

test.each(closed(/(^|\/)page\.tsx$/))("the page %s asks who is there", (file) => {
  expect(source(file)).toMatch(/await requireActor\(\)/);
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
