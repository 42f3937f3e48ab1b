import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { runChild } from "./child";

/** What fills an empty database. */
export type FirstData = "demo" | "empty";

/** What the demonstration says of itself, kept to be told again at each start. */
type Demonstration = {
  today: string;
  accounts: { email: string; password: string; role: string }[];
};

const markOf = (folder: string) => join(folder, "demonstration.json");

/** What --demo or --empty ask for; null where neither is given. Throws on anything else. */
export function askedFor(parameters: string[]): FirstData | null {
  const [first, ...more] = parameters;
  if (first === undefined) return null;
  if (more.length === 0 && (first === "--demo" || first === "--empty")) {
    return first === "--demo" ? "demo" : "empty";
  }
  throw new Error("usage: ./start [--demo | --empty]");
}

/** What to fill an empty database with: as asked for, else by asking, else (nobody there) the demonstration. */
export async function chooseFirstData(asked: FirstData | null): Promise<FirstData> {
  if (asked !== null) return asked;
  if (!process.stdin.isTTY || !process.stdout.isTTY) return "demo";
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(
      "The database is empty. Load the demonstration (one university, 1,200 students)? [Y/n] ",
    );
    return /^\s*(n|no|н|нет|жок)\s*$/i.test(answer) ? "empty" : "demo";
  } finally {
    terminal.close();
  }
}

/** True where an earlier start was killed while it loaded the demonstration. */
export function wasCutShort(folder: string): boolean {
  return existsSync(markOf(folder)) && readFileSync(markOf(folder), "utf8") === "";
}

/** The demonstration that this data folder holds, or null. */
export function demonstrationIn(folder: string): Demonstration | null {
  if (!existsSync(markOf(folder)) || wasCutShort(folder)) return null;
  return JSON.parse(readFileSync(markOf(folder), "utf8")) as Demonstration;
}

/** Runs a script with the application's own connection and returns what it prints. */
function runScript(script: string, environment: NodeJS.ProcessEnv): Promise<string> {
  return runChild(script, ["--import", "tsx", "--conditions=react-server", script], environment);
}

/** Loads the demonstration data into an empty database. */
export async function loadDemonstration(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  writeFileSync(markOf(folder), "");
  const told = await runScript("scripts/load-demonstration.ts", environment);
  writeFileSync(`${markOf(folder)}.new`, told, { mode: 0o600 });
  renameSync(`${markOf(folder)}.new`, markOf(folder));
}

/** Makes the institution and its first administrator; returns how to sign in. */
export async function installAdministrator(
  environment: NodeJS.ProcessEnv,
): Promise<{ email: string; password: string }> {
  const email = process.env["SANAK_ADMIN_EMAIL"] ?? "administrator@sanak.local";
  const password = process.env["SANAK_ADMIN_PASSWORD"] ?? randomBytes(12).toString("base64url");
  await runScript("scripts/install-administrator.ts", {
    ...environment,
    SANAK_ADMIN_EMAIL: email,
    SANAK_ADMIN_PASSWORD: password,
  });
  return { email, password };
}
