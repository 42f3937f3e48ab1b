// House rules that no formatter can know. Run by `npm run check`; prints one line a breach.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const PURE = ["lib/civil-date", "lib/person-name", "lib/compliance", "lib/import", "lib/export"];
const GROUND = [
  "db",
  "auth",
  "jobs",
  "storage",
  "documents",
  "mail",
  "i18n",
  "env",
  "clock",
  "log",
];
const ground = (...names) => names.map((name) => `lib/${name}`);

/**
 * Who may import whom. A zone is the longest prefix that matches a file; itself it may always import.
 * "npm:x" allows a package, "node:" Node's own modules; "type:x" allows only `import type`, which leaves nothing at
 * run time. docs/decisions tells why.
 */
const MAY_IMPORT = {
  "lib/civil-date": [],
  "lib/person-name": [],
  "lib/compliance": ["lib/civil-date"],
  // The brute-force oracle, and makers of students: for tests alone, so no other zone lists them.
  "lib/compliance/oracle": ["lib/civil-date", "lib/compliance", "npm:fast-check"],
  "lib/compliance/cases": ["lib/civil-date", "lib/compliance", "npm:fast-check"],
  "lib/import": [
    "lib/civil-date",
    "lib/person-name",
    "node:",
    "npm:zod",
    "npm:csv-parse",
    "npm:hucre",
    "npm:yauzl",
    "npm:i18n-iso-countries",
  ],
  "lib/export": [
    "lib/civil-date",
    "lib/person-name",
    "node:",
    "npm:hucre",
    "npm:i18n-iso-countries",
  ],
  // Words that server and browser share, wherever they stand: closed unions, the filter that is URL, form and query.
  // A file of the server's zones is one when it lacks `import "server-only"`.
  words: [...PURE, "npm:zod"],
  "lib/env": ["lib/civil-date", "npm:zod", "npm:server-only"],
  "lib/clock": ["lib/civil-date", "lib/env", "npm:server-only"],
  "lib/log": ["npm:pino", "npm:server-only"],
  "lib/i18n": ["words", "lib/civil-date", "lib/env", "node:", "npm:next-intl", "npm:server-only"],
  "lib/db": [
    ...PURE,
    "words",
    ...ground("env", "log"),
    "node:",
    "npm:@prisma/adapter-pg",
    "npm:@prisma/client",
    "npm:@prisma/driver-adapter-utils",
    "npm:@prisma/schema-engine-wasm",
    "npm:pg",
    "npm:pg-boss",
    "npm:pg-copy-streams",
    "npm:rate-limiter-flexible",
    "npm:server-only",
    "npm:uuidv7",
  ],
  "lib/storage": ["lib/env", "node:", "npm:server-only", "npm:uuidv7"],
  "lib/documents": [...PURE, ...ground("env", "log"), "node:", "npm:server-only"],
  "lib/mail": [...ground("env", "log"), "npm:nodemailer", "npm:server-only"],
  "lib/auth": [
    ...PURE,
    "words",
    ...ground("clock", "db", "env", "log"),
    "node:",
    "npm:@node-rs/argon2",
    "npm:next",
    "npm:next-auth",
    "npm:react",
    "npm:server-only",
    "npm:zod",
  ],
  "lib/jobs": [...ground("db", "env", "log"), "npm:pg-boss", "npm:server-only"],
  "lib/services": [
    ...PURE,
    "words",
    ...ground(...GROUND),
    "node:",
    "npm:server-only",
    "npm:uuidv7",
    "npm:zod",
  ],
  "components/ui": [
    "npm:@internationalized/date",
    "npm:@tanstack/react-table",
    "npm:next",
    "npm:next-intl",
    "npm:react",
    "npm:react-aria-components",
    "npm:react-dom",
  ],
  components: [
    "words",
    "components/ui",
    "lib/civil-date",
    "lib/compliance",
    "lib/i18n",
    "type:lib/services",
    "npm:@tanstack/react-table",
    "npm:@tanstack/react-virtual",
    "npm:next",
    "npm:next-intl",
    "npm:react",
    "npm:react-aria-components",
    "npm:react-dom",
    "npm:zod",
  ],
  app: [
    "words",
    "components",
    "components/ui",
    "lib/auth",
    "lib/civil-date",
    "lib/clock",
    "lib/compliance",
    "lib/env",
    "lib/i18n",
    "lib/log",
    "lib/services",
    "node:",
    "npm:@fontsource",
    "npm:@fontsource-variable",
    "npm:next",
    "npm:next-auth",
    "npm:next-intl",
    "npm:react",
    "npm:zod",
  ],
};
const ZONES = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length);
/** Zones whose files never reach a browser, but for their words. */
const SERVER_ONLY = [...ground(...GROUND.filter((name) => name !== "i18n")), "lib/services"];
const MAX_LINES = { ".tsx": 200, ".ts": 300, ".test.ts": 500 };
const BANNED_NAMES = /\/(utils?|helpers?|common|misc|types|constants|managers?|index)\.tsx?$/;
const IMPORT =
  /^(?:import|export)(\s+type\b)?[^"';]*?\bfrom\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

const bare = (path) => path.replace(/\.tsx?$/, "");
const inside = (path, folder) => path === folder || path.startsWith(`${folder}/`);
/** Files of the server's zones that may reach a browser. Filled by checkArchitecture. */
const words = new Set();
const zoneOf = (path) =>
  words.has(bare(path)) ? "words" : ZONES.find((zone) => inside(bare(path), zone));
/** Tests, and the makers that they share: free to import, and imported by nobody else. */
const isForTests = (file) => /\.test\.tsx?$|(^|\/)test-[^/]*$/.test(file);
const kindOf = (file) => (isForTests(file) ? ".test.ts" : file.endsWith(".tsx") ? ".tsx" : ".ts");

function sourcesIn(root) {
  return ["app", "components", "lib"].flatMap((folder) => {
    if (!statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((file) => !inside(file, "lib/db/generated"));
  });
}

/** What the import of a package, or of Node itself, does wrong; null where it may be. */
function faultOfPackage(zone, specifier) {
  const allowed = MAY_IMPORT[zone];
  if (specifier.startsWith("node:")) {
    return allowed.includes("node:") ? null : `${zone} may not import ${specifier}`;
  }
  const [first, second] = specifier.split("/");
  const names = first.startsWith("@") ? [first, `${first}/${second}`] : [first];
  if (names.some((name) => allowed.includes(`npm:${name}`))) return null;
  return `${zone} may not import package ${names.at(-1)}`;
}

/** What the import of our own file does wrong; null where it may be. */
function faultOfFileImport(file, zone, target, typeOnly) {
  if (isForTests(target)) return `${target} is for tests alone`;
  if (/\.(css|json|svg)$/.test(target)) return null;
  if (inside(target, "lib/db/generated") && zone !== "lib/db") {
    return "generated types never leave lib/db";
  }
  const allowed = MAY_IMPORT[zone];
  const other = zoneOf(target);
  const asType = allowed.includes(`type:${other}`);
  if (other !== zone && !allowed.includes(other) && !(asType && typeOnly)) {
    return `${zone} may not import ${other ?? target}${asType ? " but by `import type`" : ""}`;
  }
  const room = PURE.find((module) => !inside(file, module) && inside(target, module));
  return room && target.slice(room.length + 1).includes("/")
    ? `${target} is private to ${room}`
    : null;
}

/** What one import does wrong, or null. */
function faultOfImport(file, zone, specifier, typeOnly) {
  if (specifier.startsWith("@/"))
    return faultOfFileImport(file, zone, specifier.slice(2), typeOnly);
  if (specifier.startsWith(".")) {
    return faultOfFileImport(file, zone, posix.join(dirname(file), specifier), typeOnly);
  }
  return faultOfPackage(zone, specifier);
}

/** What the file itself does wrong, its imports aside. */
function faultsOfFile(file, text) {
  const faults = [];
  const kind = kindOf(file);
  const lines = text.split("\n").length - 1;
  if (lines > MAX_LINES[kind]) faults.push(`${lines} lines, the limit is ${MAX_LINES[kind]}`);
  if (BANNED_NAMES.test(`/${file}`)) faults.push("name the file after what it holds");
  if (!zoneOf(file)) faults.push("belongs to no zone; scripts/check-architecture.mjs lists them");
  if (/\/(page|layout)\.tsx$/.test(file) && /^["']use client/m.test(text)) {
    faults.push("a page or layout is a server component");
  }
  if (/^["']use server/m.test(text) && !/^app\/(.*\/)?actions\.ts$/.test(file)) {
    faults.push('"use server" belongs in app/**/actions.ts');
  }
  return faults;
}

function isWord(root, file) {
  if (kindOf(file) === ".test.ts" || !SERVER_ONLY.some((zone) => inside(file, zone))) return false;
  return !readFileSync(join(root, file), "utf8").includes('import "server-only"');
}

/** Walks over app, components and lib under `root`; tests may import what they like. */
export function checkArchitecture(root) {
  const files = sourcesIn(root);
  words.clear();
  for (const file of files) if (isWord(root, file)) words.add(bare(file));
  const breaches = files.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    const zone = zoneOf(file);
    const faults = faultsOfFile(file, text);
    if (zone && kindOf(file) !== ".test.ts") {
      for (const [, typeOnly, from, alone, dynamic] of text.matchAll(IMPORT)) {
        const specifier = from ?? alone ?? dynamic;
        const fault = faultOfImport(file, zone, specifier, Boolean(typeOnly));
        if (fault) faults.push(fault);
      }
    }
    return faults.map((fault) => `${file}: ${fault}`);
  });
  return { files: files.length, breaches: breaches.sort() };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { files, breaches } = checkArchitecture(process.cwd());
  for (const breach of breaches) console.error(breach);
  // A check that read nothing has found nothing out.
  const well = breaches.length === 0 && files > 0;
  console.error(
    well
      ? `architecture: ${files} files, no breach`
      : `architecture: ${breaches.length} breaches in ${files} files`,
  );
  process.exitCode = well ? 0 : 1;
}
