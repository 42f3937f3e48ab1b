import fc from "fast-check";
import type { Crossing } from "../facts";
import { length } from "./nasty-lengths";
import { asDay } from "./typed-days";

/** A record before it is placed: days before asOf, and which of its day it is. */
type Mark = { ago: number; direction: "entry" | "exit" };

/** Stays and absences, from the newest back; the newest may reach past asOf. */
const longStays: fc.Arbitrary<Mark[]> = fc
  .tuple(
    fc.oneof(fc.constantFrom(-3, -1, 0, 0, 1, 2), fc.integer({ min: 0, max: 120 })),
    fc.array(fc.record({ stay: length, gap: length }), { minLength: 1, maxLength: 6 }),
  )
  .map(([first, segments]) => {
    const marks: Mark[] = [];
    let ago = first;
    for (const { stay, gap } of segments) {
      marks.unshift({ ago, direction: "exit" });
      marks.unshift({ ago: ago + stay - 1, direction: "entry" });
      ago += stay + gap - 1;
    }
    return marks;
  });

/** One open stay, as long as a limit or a duty needs for its last days. */
const EDGES = [13, 14, 15, 16, 17, 28, 29, 30, 31, 59, 60, 61, 88, 89, 90, 91].concat([
  334, 335, 336, 364, 365, 366,
]);
const edgeStay: fc.Arbitrary<Mark[]> = fc
  .constantFrom(...EDGES)
  .map((ago) => [{ ago, direction: "entry" }]);

/** In and out on one day, on some days of every week; or at home only from evening to morning. */
const commuter: fc.Arbitrary<Mark[]> = fc
  .tuple(
    fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 2 }),
    fc.integer({ min: 1, max: 200 }),
    fc.integer({ min: -1, max: 30 }),
    fc.boolean(),
  )
  .map(([weekdays, span, last, livesHere]) => {
    const marks: Mark[] = livesHere ? [{ ago: last + span + 3, direction: "entry" }] : [];
    for (let ago = last + span; ago >= last; ago -= 1) {
      if (!weekdays.includes(ago % 7)) continue;
      marks.push({ ago, direction: livesHere ? "exit" : "entry" });
      marks.push({ ago, direction: livesHere ? "entry" : "exit" });
    }
    return marks;
  });

/** Inside, but home for a weekend every few weeks. */
const weekender: fc.Arbitrary<Mark[]> = fc
  .record({
    every: fc.integer({ min: 4, max: 30 }),
    home: fc.integer({ min: 0, max: 4 }),
    weeks: fc.integer({ min: 1, max: 15 }),
    last: fc.integer({ min: -2, max: 20 }),
  })
  .map(({ every, home, weeks, last }) => {
    const marks: Mark[] = [{ ago: last + weeks * every + 1, direction: "entry" }];
    for (let week = weeks - 1; week >= 0; week -= 1) {
      const leaving = last + week * every + Math.min(home, every - 1);
      marks.push({ ago: leaving, direction: "exit" });
      marks.push({ ago: leaving - Math.min(home, every - 1), direction: "entry" });
    }
    return marks;
  });

/** Anything, on few days, so that records collide. */
const chaos: fc.Arbitrary<Mark[]> = fc.array(
  fc.record({
    ago: fc.oneof(fc.integer({ min: -1, max: 8 }), fc.integer({ min: 0, max: 200 })),
    direction: fc.constantFrom("entry" as const, "exit" as const),
  }),
  { maxLength: 8 },
);

const clocks = fc.record({
  mode: fc.constantFrom("none", "none", "all", "all", "some", "scrambled", "scrambled some"),
  minutes: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 }),
});

function minuteOf(
  clock: { mode: string; minutes: number[] },
  index: number,
  ofDay: number,
): number | null {
  const drawn = clock.minutes[index % clock.minutes.length] ?? 0;
  if (clock.mode === "none") return null;
  if (clock.mode.endsWith("some") && drawn > 2) return null;
  return clock.mode.startsWith("scrambled") ? 600 + drawn : 300 + ofDay * 60;
}

const damage = fc.record({
  lost: fc.oneof(
    { weight: 3, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }) },
  ),
  twice: fc.oneof(
    { weight: 4, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.nat({ max: 30 }), { maxLength: 2 }) },
  ),
  /** The second source knows only dates. */
  twiceByDate: fc.boolean(),
});

/** The crossings of a person who may be a resident, a commuter, a guest or a mess, damaged at times. */
export function crossingsOf(asOf: number): fc.Arbitrary<Crossing[]> {
  const marks = fc.oneof(
    { weight: 6, arbitrary: longStays },
    { weight: 2, arbitrary: edgeStay },
    { weight: 2, arbitrary: commuter },
    { weight: 2, arbitrary: weekender },
    { weight: 2, arbitrary: chaos },
    { weight: 1, arbitrary: fc.constant<Mark[]>([]) },
  );
  return fc
    .tuple(marks, clocks, damage)
    .map(([all, clock, { lost, twice, twiceByDate }]) => {
      const records: Crossing[] = all.map(({ ago, direction }, i) => {
        const ofDay = all.slice(0, i).filter((mark) => mark.ago === ago).length;
        const minute = minuteOf(clock, i, ofDay);
        return { day: asDay(asOf - ago), minute, direction, ref: `c${i}` };
      });
      const from = Math.max(0, records.length - 30);
      const copies = records.filter((_, i) => twice.includes(i - from));
      const kept = records.filter((_, i) => !lost.includes(i - from));
      const again = copies.map((copy) => ({
        ...copy,
        minute: twiceByDate ? null : copy.minute,
        ref: `${copy.ref}-again`,
      }));
      return [...kept, ...again];
    })
    .chain((records) =>
      fc.oneof(
        fc.constant(records),
        fc.shuffledSubarray(records, {
          minLength: records.length,
          maxLength: records.length,
        }),
      ),
    );
}

/** Short stays and absences of which up to three crossings are missing, so that every way to fill them in can be tried. */
export function smallGapsOf(asOf: number): fc.Arbitrary<Crossing[]> {
  const short = fc.integer({ min: 1, max: 7 });
  return fc
    .record({
      last: fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: 0, max: 95 })),
      steps: fc.array(fc.oneof(short, fc.constant(1), fc.constantFrom(80, 88, 90)), {
        minLength: 3,
        maxLength: 12,
      }),
      lost: fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 3 }),
      open: fc.boolean(),
    })
    .map(({ last, steps, lost, open }) => {
      let ago = last;
      const marks = steps.map((step, i): Crossing => {
        const direction = (i % 2 === 0) === open ? "entry" : "exit";
        const mark = { day: asDay(asOf - ago), minute: null, direction, ref: `c${i}` } as const;
        ago += step;
        return mark;
      });
      return marks.filter((_, i) => !lost.includes(i)).reverse();
    });
}
