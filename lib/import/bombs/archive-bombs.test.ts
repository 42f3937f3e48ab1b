import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { NODE_FLAGS } from "@/scripts/start/node-flags";
import { BOMBS, type Bomb } from "./all-bombs";
import { AWKWARD_TEXTS } from "./awkward-texts";

// Every bomb is packed here and read by a process of its own, with the flags that the application has.
vi.setConfig({ testTimeout: 120_000 });

/** Seconds of the processor, which a busy machine does not lengthen much, and memory with all that Node itself takes. */
const LONGEST_SECONDS = 5;
const LARGEST_MEBIBYTES = 300;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sanak-bombs-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Survived = { end: string; cpuSeconds: number; mebibytes: number };

async function survive({ bytes, kind }: Bomb): Promise<Survived> {
  const path = join(folder, "bomb.xlsx");
  writeFileSync(path, bytes());
  const args = [
    ...NODE_FLAGS,
    "--import",
    "tsx",
    "lib/import/bombs/test-survivor.ts",
    path,
    kind ?? "",
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 100_000 });
  return JSON.parse(stdout) as Survived;
}

test.each([...BOMBS, ...AWKWARD_TEXTS].map((bomb) => [bomb.name, bomb] as const))(
  "%s",
  async (_name, bomb) => {
    const { end, cpuSeconds, mebibytes } = await survive(bomb);
    expect(end).toBe(bomb.end);
    expect(cpuSeconds).toBeLessThan(LONGEST_SECONDS);
    expect(mebibytes).toBeLessThan(LARGEST_MEBIBYTES);
  },
);
