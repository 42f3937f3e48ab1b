import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { unknownTimes } from "../rows/file-times";
import { RowReader } from "../rows/row-reader";
import { readMoment } from "./moment";

const two = (most: number) =>
  fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, "0"));
const date = fc
  .tuple(fc.integer({ min: 1890, max: 2110 }), two(14), two(33), fc.constantFrom("-", ".", "/"))
  .chain(([year, month, dayOfMonth, sign]) =>
    fc.constantFrom(
      `${year}${sign}${month}${sign}${dayOfMonth}`,
      `${dayOfMonth}${sign}${month}${sign}${year}`,
    ),
  );
const time = fc
  .tuple(two(26), two(62), two(62), fc.constantFrom(":", "."))
  .chain(([h, m, s, sign]) => fc.constantFrom("", `${h}:${m}`, `${h}:${m}${sign}${s}`, `${h}${m}`));
const moment = fc
  .tuple(date, fc.constantFrom(" ", "T", "  ", ", "), time)
  .map(([d, between, t]) => (t === "" ? d : d + between + t));

test("a moment that is written as most are is read as by the long way, which a space before it takes", () => {
  fc.assert(
    fc.property(moment, (text) => {
      expect(readMoment(text, "unknown")).toEqual(readMoment(` ${text}`, "unknown"));
    }),
    { numRuns: 3000 },
  );
});

const sign = fc.constantFrom(..."abYZ019 -#./№йёөÉe\u0301\u0306и\u00a0\t\u200b", "#REF!", "#N/A");

test("a cell is cleaned as by the long way, which an invisible letter behind it takes", () => {
  const context = {
    columns: new Map([["checkpoint", 0] as const]),
    order: "unknown" as const,
    onlyMonthFirst: null,
    today: day("2026-01-01"),
    source: () => 0,
    time: null,
    times: unknownTimes(),
    answers: { serials: false, zeros: null },
    years: { birth: () => 2000, other: () => 2000 },
    words: {},
    saysWho: false,
    dormitoryOf: () => null,
    facultyOf: () => null,
  };
  const read = (cell: string) => {
    const row = new RowReader([cell], context);
    const text = row.text("checkpoint");
    const parsed = row.finish(() => text);
    return parsed.ok ? text : parsed.issues.map(({ code }) => code);
  };
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 6 }), (signs) => {
      const cell = signs.join("");
      expect(read(cell)).toEqual(read(`${cell}\u200b`));
    }),
    { numRuns: 2000 },
  );
});
