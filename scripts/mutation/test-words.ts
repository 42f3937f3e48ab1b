import { format } from "node:util";
import { expect as matchers } from "@playwright/test";

/** Playwright's matchers are those of vitest, and need no runner around them. */
export const expect = matchers;

type Body = (...args: never[]) => unknown;

/** A test as it was registered: its file and its names, and what it does. */
export type RegisteredTest = { id: string; file: string; name: string; body: () => unknown };

export const registered: RegisteredTest[] = [];
const suites: string[] = [];
let currentFile = "";

/** Every test that is registered from here on is of this file. */
export function beginFile(file: string): void {
  currentFile = file;
}

function nameOf(template: string, row: readonly unknown[], index: number): string {
  const filled = template.replace(/\$(\w+)/g, (_, key) =>
    String((row[0] as Record<string, unknown> | undefined)?.[key]),
  );
  const places = filled.match(/%[sdioj]/g)?.length ?? 0;
  return `${format(filled, ...row.slice(0, places).map(String))} (${index + 1})`;
}

function rowsOf(table: readonly unknown[]): unknown[][] {
  return table.map((row) => (Array.isArray(row) ? row : [row]));
}

/** vitest takes options before or after the body; they only say how long to wait. */
function bodyAmong(rest: readonly unknown[]): Body {
  return rest.find((one) => typeof one === "function") as Body;
}

/** `describe` of vitest: its tests are registered at once. */
export function describe(name: string, ...rest: unknown[]): void {
  suites.push(name);
  bodyAmong(rest)();
  suites.pop();
}

describe.each =
  (table: readonly unknown[]) =>
  (name: string, ...rest: unknown[]): void => {
    const body = bodyAmong(rest);
    for (const [index, row] of rowsOf(table).entries()) {
      describe(nameOf(name, row, index), () => body(...(row as never[])));
    }
  };

/** `it` of vitest. */
export function it(name: string, ...rest: unknown[]): void {
  const body = bodyAmong(rest);
  const full = [...suites, name].join(" > ");
  registered.push({ id: `${currentFile}#${full}`, file: currentFile, name: full, body });
}

it.each =
  (table: readonly unknown[]) =>
  (name: string, ...rest: unknown[]): void => {
    const body = bodyAmong(rest);
    for (const [index, row] of rowsOf(table).entries()) {
      it(nameOf(name, row, index), () => body(...(row as never[])));
    }
  };

export const test = it;
