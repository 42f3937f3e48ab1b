import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkArchitecture } from "./check-architecture.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sanak-house-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** The breaches of a house that consists of one file. */
function breachesOf(file: string, text: string): string[] {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  return checkArchitecture(root).breaches;
}

const SERVER = 'import "server-only";\n';

test.each([
  [
    "the law asks the database",
    "lib/compliance/stays.ts",
    'import { x } from "@/lib/db/students";',
  ],
  ["the law reads a file", "lib/compliance/stays.ts", 'import { readFileSync } from "node:fs";'],
  ["the law takes a package", "lib/compliance/stays.ts", 'import { z } from "zod";'],
  [
    "a component asks the database",
    "components/students/table.tsx",
    'import { x } from "@/lib/db/students";',
  ],
  [
    "a component runs a service",
    "components/students/table.tsx",
    'import { x } from "@/lib/services/students/list";',
  ],
  ["a page asks the database", "app/page.tsx", 'import { x } from "@/lib/db/students";'],
  [
    "a page looks inside the law",
    "app/page.tsx",
    'import { x } from "@/lib/compliance/readings/rolling";',
  ],
  [
    "a service knows the framework",
    "lib/services/a.ts",
    `${SERVER}import { headers } from "next/headers";`,
  ],
  ["the database knows a service", "lib/db/a.ts", `${SERVER}import { x } from "@/lib/services/a";`],
  [
    "generated types leave lib/db",
    "lib/services/a.ts",
    `${SERVER}import type { Student } from "@/lib/db/generated/client";`,
  ],
  [
    "a relative import crosses zones",
    "lib/compliance/stays.ts",
    'import { x } from "../db/students";',
  ],
  [
    "an import over several lines",
    "lib/compliance/stays.ts",
    'import {\n  x,\n} from "@/lib/db/students";',
  ],
  ["a dynamic import", "lib/compliance/stays.ts", 'const x = await import("@/lib/db/students");'],
  ["a re-export", "lib/compliance/stays.ts", 'export { x } from "@/lib/db/students";'],
  [
    "a basic component knows a student",
    "components/ui/card.tsx",
    'import { x } from "@/components/students/table";',
  ],
  ["a page is a client component", "app/page.tsx", '"use client";\nexport const x = 1;'],
  [
    "a server action stands elsewhere",
    "components/students/save.ts",
    '"use server";\nexport const x = 1;',
  ],
  [
    "a service that could reach the browser asks the database",
    "lib/services/a.ts",
    'import { x } from "@/lib/db/students";',
  ],
  [
    "the program leans on a test's maker",
    "lib/services/a.ts",
    `${SERVER}import { x } from "./test-account";`,
  ],
  ["a file is called utils", "lib/compliance/utils.ts", "export const x = 1;"],
  ["a file is too long", "lib/compliance/stays.ts", "\n".repeat(301)],
  ["a file belongs to no zone", "lib/other/stays.ts", "export const x = 1;"],
])("is a breach: %s", (_, file, text) => {
  expect(breachesOf(file, text)).toHaveLength(1);
});

test.each([
  [
    "the law uses civil days",
    "lib/compliance/stays.ts",
    'import { day } from "@/lib/civil-date/day";',
  ],
  [
    "a component takes a service's type",
    "components/students/table.tsx",
    'import type { Row } from "@/lib/services/students/list";',
  ],
  ["a page asks a service", "app/page.tsx", 'import { list } from "@/lib/services/students/list";'],
  [
    "a test imports what it likes",
    "lib/compliance/stays.test.ts",
    'import { x } from "@/lib/db/students";',
  ],
  [
    "text that looks like an import",
    "lib/compliance/stays.ts",
    '// we import\nexport const x = Buffer.from("zod");',
  ],
])("is no breach: %s", (_, file, text) => {
  expect(breachesOf(file, text)).toEqual([]);
});

test("a house in which nothing was read is noticed", () => {
  expect(checkArchitecture(root).files).toBe(0);
});
