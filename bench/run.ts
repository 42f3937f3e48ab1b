// npm run bench: what the engine costs per traveller of 60 crossings, as ratios against a naive count in the same run.

import { addDays } from "@/lib/civil-date/day";
import { defaultAcademicYear } from "@/lib/compliance/academic-year";
import { assess } from "@/lib/compliance/assess";
import { dayLedger } from "@/lib/compliance/ledger";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { naiveCount } from "./naive-count";
import { AS_OF, makeTravellers } from "./travellers";

const TRAVELLERS = 2000;
const ROUNDS = 7;
const rules = ruleSetFor("kg");
const year = defaultAcademicYear(AS_OF);
const students = makeTravellers(TRAVELLERS);

const WORK: Readonly<Record<string, () => void>> = {
  "naive count of one day, one reading": () => {
    for (const { crossings } of students) naiveCount(crossings, AS_OF);
  },
  "three readings with every answer and verdict": () => {
    for (const facts of students) assess(facts, rules, defaultSettings, AS_OF, year);
  },
  "a year day by day": () => {
    const from = addDays(AS_OF, -364);
    for (const facts of students) dayLedger(facts, rules, defaultSettings, from, AS_OF);
  },
};

/** Microseconds per traveller. */
function timed(work: () => void): number {
  const before = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - before) / 1000 / TRAVELLERS;
}

const times = new Map(Object.keys(WORK).map((name) => [name, [] as number[]]));
// Interleaved, so that a drift of the machine meets all alike; the first round only warms up.
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, work] of Object.entries(WORK)) {
    const time = timed(work);
    if (round > 0) times.get(name)?.push(time);
  }
}
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const yardstick = median(times.get("naive count of one day, one reading") ?? []);
for (const [name, values] of times) {
  const each = median(values);
  console.log(
    `${name}: ${each.toFixed(1)} µs a traveller, ${(each / yardstick).toFixed(3)} of the naive count`,
  );
}
