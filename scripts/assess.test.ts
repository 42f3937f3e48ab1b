import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sanak-assess-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ROSTER = `student_no,last_name,first_name,citizenship,document_no
S-002,Асанов,Бек,KAZ,N 1234-5678
S-001,"Kim, Lee",Ann,in,P7654321
S-003,Осмонова,Айгүл,KG,
`;
const CROSSINGS = `student_no,document_no,direction,at,checkpoint
S-002,,exit,2025-11-07T18:00,Ак-Жол
,n12345678,entry,2025-09-01,
,N12345678,entry,2025-11-09T09:30,
S-001,,entry,2025-11-11,Манас
S-002,,exit,2025-11-20,
`;
const GROUNDS = `student_no;kind;number;valid_from;valid_to;address;status
S-001;visa;V1;2025-11-01;2026-10-31;;granted
S-002;dormitory;;;;;requested
`;

type Files = { roster?: string | Uint8Array; crossings?: string; grounds?: string };

function assess(files: Files, ...args: string[]) {
  const given = Object.entries({ roster: ROSTER, crossings: CROSSINGS, ...files });
  const paths = given.flatMap(([name, content]) => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, content);
    return [`--${name}`, path];
  });
  return command(...paths, ...args);
}

function command(...args: string[]) {
  const npm = ["run", "-s", "assess", "--", ...args];
  const { status, stdout, stderr } = spawnSync("npm", npm, { cwd: root, encoding: "utf8" });
  return { status, stdout, problems: stderr.split("\n").filter((line) => line !== "") };
}

const AS_OF = ["--as-of", "2025-11-15"];

describe("npm run assess", { timeout: 60_000 }, () => {
  it("writes every student in the roster's order with the keys of the contract, in order", () => {
    const { status, stdout, problems } = assess({ grounds: GROUNDS }, ...AS_OF);
    expect({ status, problems }).toEqual({ status: 0, problems: [] });
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(["asOf", "regime", "students"]);
    expect(answer).toMatchObject({ asOf: "2025-11-15", regime: "kg" });
    const [first, second, third] = answer.students;
    expect(Object.keys(first).join(" ")).toBe(
      "studentNo citizenship inside insideSince lastExit protectedUntil registrationDueOn readings headline verdict alerts dataProblems",
    );
    expect(Object.keys(first.readings)).toEqual(["rolling", "anchored", "cumulative"]);
    expect(Object.keys(first.readings.rolling).join(" ")).toBe(
      "limit window used usedMin usedMax remaining firstBreach overstayDays lastLawfulDay earliestEntry",
    );
    expect(first).toMatchObject({
      studentNo: "S-002",
      citizenship: "KZ",
      insideSince: "2025-11-09",
      lastExit: "2025-11-07",
      registrationDueOn: "2025-12-08",
      verdict: "at_risk",
      readings: { rolling: { used: 75, remaining: 15, lastLawfulDay: "2025-11-30" } },
      alerts: [{ code: "limit_ahead", severity: "warning", on: "2025-12-01" }],
    });
    expect(second).toMatchObject({
      studentNo: "S-001",
      readings: {},
      headline: null,
      verdict: "covered",
      protectedUntil: "2026-10-31",
      alerts: [{ code: "register_besides_visa", severity: "warning", on: "2025-11-17" }],
    });
    expect(third).toMatchObject({ inside: null, verdict: "exempt" });
  });

  it("adds, only where asked, what lies ahead, how the log could be mended, and the account", () => {
    const crossings = `${CROSSINGS}S-002,,entry,2025-10-20,\n`;
    const { stdout } = assess({ crossings, grounds: GROUNDS }, ...AS_OF, "--answers");
    const [first, second, third] = JSON.parse(stdout).students;
    expect(Object.keys(first).at(-1)).toBe("answers");
    expect(Object.keys(first.answers).join(" ")).toBe(
      "verdictAtLeast cliff forecast entryCalendar earliestEntryFor troubles account",
    );
    // 68 days in all up to 7 November by the most, and 7 since the 9th; 90 whole days away end on 13 February.
    expect(first.answers).toMatchObject({
      cliff: null,
      forecast: { reachedOn: "2025-12-01", ifStaying: "2025-12-01" },
      earliestEntryFor: { 1: "2025-11-15", 30: "2026-02-14" },
      troubles: [
        {
          kind: "entry_without_exit",
          at: "2025-09-01",
          refs: ["crossings.csv:3", "crossings.csv:7"],
          repairs: [
            {
              kind: "add_exit",
              between: { from: "2025-09-01", to: "2025-10-20" },
              likely: null,
              effect: { reading: "rolling", usedMin: 27, usedMax: 75 },
            },
            { kind: "set_aside", refs: ["crossings.csv:7"], effect: { usedMin: 75, usedMax: 75 } },
            { kind: "set_aside", refs: ["crossings.csv:3"], effect: { usedMin: 26, usedMax: 26 } },
          ],
        },
      ],
      account: {
        reading: "rolling",
        used: 75,
        from: "2025-05-20",
        runs: [
          { kind: "counted", from: "2025-09-01", to: "2025-09-01", days: 1 },
          { kind: "possible", from: "2025-09-02", to: "2025-10-19", days: 48 },
          { kind: "counted", days: 19, entryRef: "crossings.csv:7", exitRef: "crossings.csv:2" },
          { kind: "counted", days: 7, entryRef: "crossings.csv:4", exitRef: null, open: true },
        ],
      },
    });
    expect(first.answers.entryCalendar.slice(0, 2)).toEqual([
      { from: "2025-11-15", to: "2025-11-15", stay: 16, bindsBy: "rolling" },
      { from: "2025-11-16", to: "2026-02-12", stay: 15, bindsBy: "rolling" },
    ]);
    expect(second.answers.cliff).toEqual({
      protectedUntil: "2026-10-31",
      dayAfter: "2026-11-01",
      readings: {},
    });
    expect(second.answers.entryCalendar[0]).toEqual({
      from: "2025-11-15",
      to: "2025-11-15",
      stay: 351,
      bindsBy: null,
    });
    expect(third.answers).toMatchObject({ account: null, troubles: [], forecast: { after: null } });
  });

  it("measures the end of a ground against the academic year that it is given", () => {
    const year = ["--academic-year", "2025-09-01..2026-11-30"];
    const { stdout } = assess({ grounds: GROUNDS }, ...AS_OF, ...year);
    expect(JSON.parse(stdout).students[1].verdict).toBe("lapsing");
  });

  it("reads a file with a byte order mark, semicolons and line ends of Windows", () => {
    const roster = `\uFEFF${ROSTER.replaceAll(",", ";").replace('"Kim; Lee"', "Kim").replaceAll("\n", "\r\n")}`;
    expect(assess({ roster }, ...AS_OF)).toMatchObject({ status: 0, problems: [] });
  });

  it("knows the regime schengen with its one reading", () => {
    const { stdout } = assess({}, ...AS_OF, "--regime", "schengen");
    const [first] = JSON.parse(stdout).students;
    expect(Object.keys(first.readings)).toEqual(["rolling"]);
    expect(first.registrationDueOn).toBeNull();
  });

  it.each([["tr", ["rolling"]]])(
    "knows the regime %s with its readings, in the form of the contract",
    (regime, readings) => {
      const { status, stdout } = assess({}, ...AS_OF, "--regime", regime);
      expect(status).toBe(0);
      const [, second] = JSON.parse(stdout).students;
      expect(Object.keys(second.readings)).toEqual(readings);
      for (const reading of Object.values<{ window: unknown; used: unknown }>(second.readings)) {
        expect(Object.keys(reading).join(" ")).toBe(
          "limit window used usedMin usedMax remaining firstBreach overstayDays lastLawfulDay earliestEntry",
        );
        expect(reading.used).toBe(5);
      }
    },
  );

  it("takes an office's own regime from a file, and refuses one that is not sound with its place", () => {
    const own = JSON.parse(
      readFileSync(join(root, "lib/compliance/regimes/schengen.json"), "utf8"),
    );
    const path = join(folder, "own.json");
    own.id = "own";
    own.everyOther.limits[0].limits[0].days = 4;
    writeFileSync(path, JSON.stringify(own));
    const { status, stdout } = assess({}, ...AS_OF, "--regime-file", path);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      regime: "own",
      students: [{}, { verdict: "overstaying", readings: { rolling: { limit: 4, used: 5 } } }, {}],
    });
    own.everyOther.limits[0].citations = [];
    writeFileSync(path, JSON.stringify(own));
    expect(assess({}, ...AS_OF, "--regime-file", path)).toEqual({
      status: 2,
      stdout: "",
      problems: ["own.json: everyOther: limits[0] from 2013-10-18: no source"],
    });
  });

  it("writes no cell of CSV that a spreadsheet would run as a formula", () => {
    const roster = "student_no,last_name,first_name,citizenship\n=cmd|x,Kim,Ann,KZ\n";
    const { stdout } = assess(
      { roster, crossings: CROSSINGS.split("\n", 1)[0] ?? "" },
      ...AS_OF,
      "--format",
      "csv",
    );
    expect(stdout.split("\n")[1]).toMatch(/^'=cmd\|x,KZ,/);
  });

  it("writes a line per student as CSV", () => {
    const { status, stdout } = assess({}, ...AS_OF, "--format", "csv");
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(
      "S-002,KZ,true,2025-11-09,2025-11-07,,2025-12-08,at_risk,rolling,90,180,75,75,75,15,,0,2025-11-30,,limit_ahead@2025-12-01,",
    );
  });

  it("lists every problem of every file with its row, writes nothing else and exits with 2", () => {
    const roster = `${ROSTER}S-003,Again,Twice,XX,n12345678\n`;
    const crossings = `${CROSSINGS}S-404,,entry,2025-02-31,\n,Q999,sideways,2025-09-01T25:00,\n,Q999,exit,2025-09-02,\nS-001,N12345678,exit,2025-09-03,\n,,exit,2025-09-03,\nS-001,,exit\n`;
    const grounds = `${GROUNDS}S-001;castle;;2025-09-01;;;granted\nS-001;visa;;;;;granted\nS-001;visa;;2025-09-02;2025-09-01;;maybe\n`;
    const { status, stdout, problems } = assess({ roster, crossings, grounds }, ...AS_OF);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(problems).toEqual([
      'roster.csv:5: unknown citizenship: "XX"',
      "roster.csv:5: student_no S-003 is given twice",
      "roster.csv:5: document_no belongs to another student too",
      'crossings.csv:7: not a day or a day and time: "2025-02-31"',
      'crossings.csv:8: direction is entry or exit, not "sideways"',
      'crossings.csv:8: not a day or a day and time: "2025-09-01T25:00"',
      "crossings.csv:9: document_no is not in the roster",
      "crossings.csv:10: document_no is not that of student S-001 but of another",
      "crossings.csv:11: neither student_no nor document_no",
      "crossings.csv:12: 3 cells, but the header has 5",
      'grounds.csv:4: unknown kind of ground: "castle"',
      "grounds.csv:5: valid_from is empty",
      'grounds.csv:6: unknown status of a ground: "maybe"',
      "grounds.csv:6: valid_to is before valid_from",
    ]);
  });

  it("refuses a command line that it does not understand", () => {
    const { status, stdout, problems } = assess({}, ...AS_OF, "--regime", "moon");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(problems).toEqual([
      "assess: --regime moon is not supported; supported are kg, schengen, kz, ru, tr, ge",
    ]);
  });

  it("says which file is not there", () => {
    const { status, problems } = command(
      "--roster",
      "nowhere.csv",
      "--crossings",
      "no.csv",
      ...AS_OF,
    );
    expect(status).toBe(2);
    expect(problems).toEqual(["nowhere.csv: no such file", "no.csv: no such file"]);
  });
});
