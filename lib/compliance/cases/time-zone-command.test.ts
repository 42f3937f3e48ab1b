import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "sanak-zones-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

/** Around midnight, around the days on which clocks change in Europe and America, and over a leap day. */
const CROSSINGS = `student_no,document_no,direction,at,checkpoint
S-1,,entry,2025-09-01T00:00,
S-1,,exit,2025-10-26T23:59,
S-1,,entry,2025-11-02T00:01,
S-1,,exit,2025-11-02T23:58,
S-2,,entry,2024-02-28T23:30,
S-2,,exit,2024-03-01T00:10,
S-2,,entry,2025-10-25,
`;
const ROSTER = "student_no,citizenship\nS-1,KZ\nS-2,RU\n";

function assessIn(timeZone: string): unknown {
  const roster = join(FOLDER, "roster.csv");
  const crossings = join(FOLDER, "crossings.csv");
  writeFileSync(roster, ROSTER);
  writeFileSync(crossings, CROSSINGS);
  const files = ["--roster", roster, "--crossings", crossings];
  const { stdout, stderr } = spawnSync(
    "npm",
    ["run", "-s", "assess", "--", ...files, "--as-of", "2025-11-02"],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, TZ: timeZone } },
  );
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

describe("npm run assess", () => {
  it("prints the same days wherever the machine believes to be", { timeout: 120_000 }, () => {
    const inBishkek = assessIn("Asia/Bishkek");
    expect(inBishkek).toMatchObject({
      students: [
        { inside: false, lastExit: "2025-11-02", readings: { rolling: { used: 57 } } },
        { inside: true, insideSince: "2025-10-25", readings: { rolling: { used: 9 } } },
      ],
    });
    for (const zone of ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/London"]) {
      expect(assessIn(zone), zone).toEqual(inBishkek);
    }
  });
});
