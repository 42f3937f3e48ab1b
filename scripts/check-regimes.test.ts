import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { doubleKeys } from "./regimes/double-keys";
import { readRegimeFile } from "./regimes/regime-file";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sanak-regimes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const KG = readFileSync(join(root, "lib/compliance/regimes/kg.json"), "utf8");

function file(content: string | Uint8Array): string {
  const path = join(folder, "my.json");
  writeFileSync(path, content);
  return path;
}

function problemsOf(path: string): readonly string[] {
  const read = readRegimeFile(path);
  return "problems" in read ? read.problems : [];
}

describe("npm run check-regimes", { timeout: 60_000 }, () => {
  function check(...args: string[]) {
    const npm = ["run", "-s", "check-regimes", "--", ...args];
    return spawnSync("npm", npm, { cwd: root, encoding: "utf8" });
  }

  it("says of each regime of Sanak that it is sound", () => {
    const { status, stdout, stderr } = check();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => /([a-z]+)\.json: sound: \1, /.exec(line)?.[1])).toEqual([
      "ge",
      "kg",
      "kz",
      "ru",
      "schengen",
      "tr",
    ]);
  });

  it("names every fault of an office's own file with its place, and exits with 2", () => {
    const path = file(
      KG.replace('"2025-08-31"', '"2025-08-30"')
        .replace(/"UZ"/, '"UZB"')
        .replace('"KG-541"', '"?"'),
    );
    const { status, stdout, stderr } = check(path);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toEqual([
      "my.json: groups[0] (KZ): limits[0] from 2023-10-21: unknown source ?",
      "my.json: groups[0] (KZ): limits: gap after 2025-08-30",
      "my.json: groups[3] (UZB): citizenships[0]: unknown citizenship UZB (ISO 3166-1, two capital letters)",
    ]);
  });
});

describe("a regime's file", () => {
  it("that is not there, a folder, in another encoding or not JSON is refused", () => {
    expect(problemsOf(join(folder, "none.json"))).toEqual(["none.json: no such file"]);
    expect(problemsOf(root)[0]).toMatch(/: a folder, not a file$/);
    expect(problemsOf(file(Buffer.from([0x7b, 0xcf, 0xf0])))).toEqual(["my.json: not UTF-8"]);
    expect(problemsOf(file("{ id: 5 }"))[0]).toMatch(/^my\.json: not JSON: .*JSON/);
  });

  it("that gives a key twice is refused with the line", () => {
    const twice = KG.replace('"home": ["KG"],', '"home": ["KG"],\n  "home": [],');
    const line = KG.slice(0, KG.indexOf('"home"')).split("\n").length + 1;
    expect(problemsOf(file(twice))).toEqual([`my.json:${line}: home stands twice`]);
  });

  it("may use a key in several objects, and words that look like keys", () => {
    expect(
      doubleKeys('{"a": {"b": 1}, "b": [{"b": 2}, {"b": 3}], "c": "a:", "d": ["c", "c"]}'),
    ).toEqual([]);
    expect(doubleKeys('{"a": 1,\n "\\u0061"\n : 2, "b": {\n"b": 1, "b": 2}}')).toEqual([
      { key: "a", line: 2 },
      { key: "b", line: 4 },
    ]);
  });
});
