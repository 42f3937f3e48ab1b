import { describe, expect, it } from "vitest";
import { detailLines, HIDDEN, withoutNumbers } from "./audit-lines";

describe("the detail of an event", () => {
  it("is a line for each value, under the names that lead to it", () => {
    expect(
      detailLines({
        count: 3,
        before: { name: "Кок-Жар", settings: { exitDayCounts: true } },
        after: { holidays: ["2026-01-01", "2026-01-07"] },
      }),
    ).toEqual([
      { path: ["count"], value: 3 },
      { path: ["before", "name"], value: "Кок-Жар" },
      { path: ["before", "settings", "exitDayCounts"], value: true },
      { path: ["after", "holidays"], value: ["2026-01-01", "2026-01-07"] },
    ]);
  });

  it("numbers what a list holds, where that has parts of its own", () => {
    expect(detailLines({ words: [{ field: "sex", word: "м" }], cells: [[4, 2]] })).toEqual([
      { path: ["words", 1, "field"], value: "sex" },
      { path: ["words", 1, "word"], value: "м" },
      { path: ["cells", 1], value: [4, 2] },
    ]);
  });

  it("leaves out what says nothing, and keeps that something is not set", () => {
    expect(detailLines({ counts: {}, rows: [], column: null })).toEqual([
      { path: ["column"], value: null },
    ]);
  });

  it("never holds the number of a document", () => {
    const detail = {
      documentNo: "N18349790",
      iin: "040101500123",
      after: { ownerDocument: "ID 1234567" },
      reason: "штамп в паспорте N18349790, стр. 12",
      words: [{ word: "AN 1234567" }, { word: "049994114" }],
      changed: ["ownerDocument", "room"],
    };
    const lines = detailLines(detail);
    const shown = lines.map(({ value }) => (value === HIDDEN ? "hidden" : JSON.stringify(value)));
    expect(shown.join(" ")).not.toMatch(/\d{6}/);
    expect(lines.slice(0, 3).map(({ value }) => value)).toEqual([HIDDEN, HIDDEN, HIDDEN]);
    expect(lines[3]?.value).toBe("штамп в паспорте •••, стр. 12");
    expect(lines.at(-1)?.value).toEqual(["ownerDocument", "room"]);
  });
});

describe("numbers of documents in a text", () => {
  it.each([
    ["N18349790", "•••"],
    ["в 049994114", "в •••"],
    ["по № 049994114 и AN1234567", "по № ••• и •••"],
    ["стр. 12, комн. 426, 2026-01-15", "стр. 12, комн. 426, 2026-01-15"],
    ["01928f3c-1234-7123-8123-123456789012", "01928f3c-1234-7123-8123-123456789012"],
  ])("%s is shown as %s", (text, shown) => {
    expect(withoutNumbers(text)).toBe(shown);
  });
});
