// Holds the three languages against each other and against the source: npm run check.
// Usage: node scripts/check-messages.mjs [folder of a project]
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compareLanguages } from "./messages/compare-languages.mjs";
import { findUses } from "./messages/find-uses.mjs";

const SOURCES = ["app", "components", "lib"];

/** "a.b.c" → text, of everything below a node of a messages file. */
function flatten(node, prefix) {
  if (typeof node === "string") return { [prefix]: node };
  if (node === null || typeof node !== "object") throw new Error(`${prefix} is no text`);
  return Object.assign(
    {},
    ...Object.entries(node).map(([key, child]) => flatten(child, `${prefix}.${key}`)),
  );
}

function readLanguage(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const parts = files.map((name) =>
    flatten(
      JSON.parse(readFileSync(path.join(folder, name), "utf8")),
      path.basename(name, ".json"),
    ),
  );
  return Object.assign({}, ...parts);
}

function readUses(root) {
  const isSource = (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name);
  return SOURCES.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .map(String)
      .filter(isSource)
      .flatMap((name) => {
        const where = path.join(folder, name);
        return findUses(readFileSync(path.join(root, where), "utf8"), where);
      }),
  );
}

function checkUses(keys, uses) {
  const missing = uses
    .filter(({ literal, pattern }) => literal && !keys.some((key) => pattern.test(key)))
    .map(({ where }) => `${where}: there is no such text`);
  const unused = keys
    .filter((key) => !uses.some(({ pattern }) => pattern.test(key)))
    .map((key) => `${key}: nothing asks for this text`);
  return [...missing, ...unused];
}

const root = process.argv[2] ?? process.cwd();
const languages = Object.fromEntries(
  ["ru", "ky", "en"].map((name) => [name, readLanguage(path.join(root, "messages", name))]),
);
const keys = Object.keys(languages["ru"]);
const faults = [...compareLanguages(languages), ...checkUses(keys, readUses(root))];
for (const fault of faults) console.error(fault);
console.log(`messages: ${keys.length} texts, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
