import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "@/lib/civil-date/day";
import { type DayStripData, lastDayOf, monthsOf, STRIP_LETTERS } from "./day-strip-data";
import { type Band, drawBand } from "./day-strip-geometry";

const LAYOUT = { dayWidth: 10, top: 5, height: 12, hatch: 4 } as const;

const strips = fc.record({
  start: fc.integer({ min: 18_000, max: 24_000 }).map((n) => n as Day),
  days: fc
    .array(fc.constantFrom(...STRIP_LETTERS), { minLength: 1, maxLength: 400 })
    .map((letters) => letters.join("")),
});

function wholeBand(data: DayStripData, gap = 0): Band {
  return { ...LAYOUT, gap, from: data.start, to: lastDayOf(data) };
}

/** The rectangles of a path, as the drawing writes them. */
function rectangles(path: string): { left: number; right: number; top: number; bottom: number }[] {
  return [...path.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H[\d.]+Z/g)].map((m) => ({
    left: Number(m[1]),
    top: Number(m[2]),
    right: Number(m[3]),
    bottom: Number(m[4]),
  }));
}

/** Which days of the band a path of rectangles covers, by the middle of each day. */
function daysUnder(path: string, band: Band): Day[] {
  const shapes = rectangles(path);
  const days = Array.from({ length: band.to - band.from + 1 }, (_, i) => addDays(band.from, i));
  return days.filter((d) => {
    const middle = (d - band.from) * band.dayWidth + (band.dayWidth - band.gap) / 2;
    return shapes.some(({ left, right }) => left < middle && middle < right);
  });
}

function daysWith(data: DayStripData, letter: string): Day[] {
  return [...data.days].flatMap((l, i) => (l === letter ? [addDays(data.start, i)] : []));
}

describe("a band of days", () => {
  test("fills exactly the counted days, and draws each other kind over exactly its own days", () => {
    fc.assert(
      fc.property(strips, fc.constantFrom(0, 2), (data, gap) => {
        const band = wholeBand(data, gap);
        const shapes = drawBand(data, band);
        expect(daysUnder(shapes.counted, band)).toEqual(daysWith(data, "c"));
        expect(daysUnder(shapes.notCounted, band)).toEqual(daysWith(data, "n"));
        expect(daysUnder(shapes.pausedFrame, band)).toEqual(daysWith(data, "p"));
        const dotted = shapes.unknown.replaceAll(/M([\d.]+) [\d.]+H([\d.]+)/g, "M$1 0H$2V1H0Z");
        expect(daysUnder(dotted, band)).toEqual(daysWith(data, "u"));
      }),
    );
  });

  test("draws the days of a plan otherwise than those of the log, and frames each of them", () => {
    fc.assert(
      fc.property(strips, fc.nat(400), fc.constantFrom(0, 2), (data, from, gap) => {
        const planned = [{ from: addDays(data.start, from), to: addDays(data.start, from + 60) }];
        const band = wholeBand(data, gap);
        const shapes = drawBand({ ...data, planned }, band);
        const isPlanned = (d: Day) => d >= data.start + from && d <= data.start + from + 60;
        const counted = daysWith(data, "c");
        expect(daysUnder(shapes.counted, band)).toEqual(counted.filter((d) => !isPlanned(d)));
        const known = STRIP_LETTERS.filter((letter) => letter !== "-");
        const framed = known.flatMap((letter) => daysWith(data, letter)).filter(isPlanned);
        expect(daysUnder(shapes.plannedFrame, band)).toEqual(framed.sort((a, b) => a - b));
      }),
    );
  });

  test("shows the same counted days in one line and in a line for every month", () => {
    fc.assert(
      fc.property(strips, (data) => {
        const byMonth = monthsOf(data).flatMap(({ from, to }) => {
          const band = { ...LAYOUT, gap: 1, from, to };
          return daysUnder(drawBand(data, band).counted, band);
        });
        const band = wholeBand(data);
        expect(byMonth).toEqual(daysUnder(drawBand(data, band).counted, band));
      }),
    );
  });

  test("keeps every line of the hatching inside a paused day", () => {
    fc.assert(
      fc.property(strips, fc.constantFrom(0, 2), (data, gap) => {
        const band = wholeBand(data, gap);
        const paused = new Set(daysWith(data, "p"));
        const lines = [
          ...drawBand(data, band).pausedHatch.matchAll(/M(\S+) (\S+)L([\d.]+) ([\d.]+)/g),
        ];
        for (const [, x1, y1, x2, y2] of lines.map((m) => m.map(Number))) {
          if (x1 === undefined || x2 === undefined) throw new Error("a line without ends");
          const middle = addDays(data.start, Math.floor((x1 + x2) / 2 / band.dayWidth));
          expect(paused.has(middle)).toBe(true);
          expect(x1).toBeLessThan(x2);
          for (const y of [y1, y2]) {
            expect(y).toBeGreaterThanOrEqual(band.top);
            expect(y).toBeLessThanOrEqual(band.top + band.height);
          }
        }
        expect(lines.length > 0).toBe(paused.size > 0);
      }),
    );
  });

  test("writes no number that SVG cannot read", () => {
    fc.assert(
      fc.property(strips, (data) => {
        const marked = { ...data, asOf: data.start, limitOn: data.start };
        const window = { from: addDays(data.start, -3), to: null };
        const shapes = drawBand({ ...marked, window, grounds: [window] }, wholeBand(data));
        expect(Object.values(shapes).join("")).not.toMatch(/NaN|Infinity|undefined|e[-+]/);
      }),
    );
  });
});

describe("the marks on a band", () => {
  const data: DayStripData = { start: day("2025-11-01"), days: "c".repeat(30) };
  const november = wholeBand(data);

  test("the flag stands before the first day over the limit, and on no other line", () => {
    const limitOn = day("2025-11-11");
    expect(drawBand({ ...data, limitOn }, november).limit).toMatch(/^M100 /);
    const december: Band = { ...november, from: day("2025-12-01"), to: day("2025-12-31") };
    expect(drawBand({ ...data, limitOn }, december)).toMatchObject({ limit: "", limitFlag: "" });
  });

  test("the bracket has a foot where the window begins and none where it goes on", () => {
    const window = { from: day("2025-11-03"), to: day("2025-12-20") };
    expect(drawBand({ ...data, window }, november).bracket).toBe("M20.5 4.5V1.75H300");
    const december: Band = { ...november, from: day("2025-12-01"), to: day("2025-12-31") };
    expect(drawBand({ ...data, window }, december).bracket).toBe("M0 1.75H199.5V4.5");
  });

  test("a ground without an end reaches the end of the line, one that is over draws nothing", () => {
    const open = { from: day("2025-11-21"), to: null };
    const past = { from: day("2025-09-01"), to: day("2025-10-31") };
    const { grounds } = drawBand({ ...data, grounds: [open, past] }, november);
    expect(rectangles(grounds)).toEqual([{ left: 200, right: 300, top: 19, bottom: 21.5 }]);
  });

  test("a letter that nobody knows is drawn as unknown", () => {
    const shapes = drawBand({ start: data.start, days: "?" }, { ...november, to: data.start });
    expect(shapes.unknown).not.toBe("");
    expect(shapes.counted).toBe("");
  });

  test("the months of a year are whole, in order and without a hole, over a leap day too", () => {
    const months = monthsOf({ start: day("2023-12-15"), days: "o".repeat(100) });
    expect(months).toEqual([
      { from: day("2023-12-01"), to: day("2023-12-31") },
      { from: day("2024-01-01"), to: day("2024-01-31") },
      { from: day("2024-02-01"), to: day("2024-02-29") },
      { from: day("2024-03-01"), to: day("2024-03-31") },
    ]);
  });
});
