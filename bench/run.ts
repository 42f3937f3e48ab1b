// npm run bench: what the engine costs per traveller of 60 crossings, beside a naive count of the same in the same run.

import { addDays, type Day, formatDay } from "@/lib/civil-date/day";
import { defaultAcademicYear } from "@/lib/compliance/academic-year";
import { assess } from "@/lib/compliance/assess";
import { WINDOW_READINGS } from "@/lib/compliance/assessment";
import { earliestEntry } from "@/lib/compliance/readings/earliest-entry";
import { breachesAhead, readingsOf, reckonedOf } from "@/lib/compliance/readings/reading-result";
import { usedOn } from "@/lib/compliance/readings/readings";
import { stayingOn } from "@/lib/compliance/readings/ways-ahead";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { type Situation, situationOf } from "@/lib/compliance/situation";
import { seriesOf } from "@/lib/compliance/used-by-day";
import { type NaiveReading, naiveAnswers, naivePerson, naiveUsed } from "./naive";
import { AS_OF, makeTravellers } from "./travellers";

const TRAVELLERS = 2000;
/** The naive count is too slow for all of them. */
const NAIVE_TRAVELLERS = 4;
const ROUNDS = 9;
/** Microseconds that a measurement lasts at least. */
const SHORTEST = 50_000;
/** What warms up a task: until then the compiler has seen to it, on a busy machine too. */
const WARM_UP = 1_500_000;

const threeReadings = ruleSetFor("kg");
const oneReading = { ...threeReadings, readings: threeReadings.readings.slice(0, 1) };
const year = defaultAcademicYear(AS_OF);
const yearAgo = addDays(AS_OF, -364);
const students = makeTravellers(TRAVELLERS);
// Prepared: the log read, put in order and laid out in runs of days. Nothing is counted yet.
const prepared = students.map((facts) => situationOf(facts, threeReadings, defaultSettings, AS_OF));
const preparedForOne = students.map((facts) =>
  situationOf(facts, oneReading, defaultSettings, AS_OF),
);
const few = students
  .slice(0, NAIVE_TRAVELLERS)
  .map(({ crossings }) => naivePerson(crossings, AS_OF));

type Task = { engine: () => void; naive: () => void };

const TASKS: Readonly<Record<string, Task>> = {
  "plain count, one reading": {
    engine: () => {
      for (const situation of preparedForOne) {
        for (const { read, reckoning } of reckonedOf(situation, situation.most)) {
          usedOn(read.name, reckoning, situation.most.runs, [], AS_OF);
        }
      }
    },
    naive: () => {
      for (const person of few) naiveUsed("rolling", person, person.asOf);
    },
  },
  "one reading's four answers": {
    engine: () => {
      for (const situation of preparedForOne) fourAnswers(situation);
    },
    naive: () => {
      for (const person of few) naiveAnswers("rolling", person);
    },
  },
  "one reading with all its dates": {
    engine: () => {
      for (const situation of preparedForOne) readingsOf(situation, situation.most);
    },
    naive: () => {
      for (const person of few) naiveAnswers("rolling", person);
    },
  },
  "three readings with all dates": {
    engine: () => {
      for (const situation of prepared) readingsOf(situation, situation.most);
    },
    naive: () => {
      for (const person of few) for (const name of WINDOW_READINGS) naiveAnswers(name, person);
    },
  },
  "a year day by day, three readings": {
    engine: () => {
      for (const situation of prepared) seriesOf(situation, yearAgo, AS_OF);
    },
    naive: () => {
      for (const person of few) for (const name of WINDOW_READINGS) naiveYear(name, person);
    },
  },
  "a whole assessment, from facts": {
    engine: () => {
      for (const facts of students) assess(facts, threeReadings, defaultSettings, AS_OF, year);
    },
    naive: () => {
      for (const { crossings } of students.slice(0, NAIVE_TRAVELLERS)) {
        const person = naivePerson(crossings, AS_OF);
        for (const name of WINDOW_READINGS) naiveAnswers(name, person);
      }
    },
  },
};

/** Used, first breach, last lawful day, earliest entry: what other calculators answer; no rhythm is followed. */
function fourAnswers(situation: Situation): void {
  const { log, most } = situation;
  const reckoned = reckonedOf(situation, most);
  breachesAhead(situation, most, reckoned, stayingOn(situation));
  for (const one of reckoned) {
    usedOn(one.read.name, one.reckoning, most.runs, most.stops.resets, AS_OF);
    if (log.inside === false) earliestEntry(situation, most, one, 1);
  }
}

function naiveYear(name: (typeof WINDOW_READINGS)[number], person: (typeof few)[number]): number[] {
  return Array.from({ length: 365 }, (_, n) => {
    const on = new Date(person.asOf);
    on.setDate(on.getDate() - 364 + n);
    return naiveUsed(name, person, on);
  });
}

const COMPARED = [
  "used",
  "firstBreach",
  "overstayDays",
  "lastLawfulDay",
  "earliestEntry",
  "reachedOn",
] as const;

function answersText(result: ReturnType<typeof readingsOf>[number]): string {
  return COMPARED.map((name) => {
    const value = result[name];
    const isDay = value !== null && name !== "used" && name !== "overstayDays";
    return `${name} ${isDay ? formatDay(value as Day) : value}`;
  }).join(", ");
}

/** Refuses to time answers that differ. */
function checkEqual(): void {
  few.forEach((person, index) => {
    const situation = prepared[index];
    if (situation === undefined) return;
    const series = seriesOf(situation, yearAgo, AS_OF);
    for (const result of readingsOf(situation, situation.most)) {
      const name = result.name as NaiveReading;
      const [engine, naive] = [answersText(result), naiveAnswers(name, person)];
      if (engine !== naive) throw new Error(`${name}: the engine says ${engine}; naive ${naive}`);
      const years = [series[name]?.join(), naiveYear(name, person).join()];
      if (years[0] !== years[1]) throw new Error(`${name}: the years differ`);
    }
  });
}

/** Microseconds of one core per traveller, the work done as often as it takes to last `shortest` microseconds. */
function timed(work: () => void, travellers: number, shortest = SHORTEST): number {
  const before = process.threadCpuUsage();
  for (let times = 1; ; times++) {
    work();
    const { user, system } = process.threadCpuUsage(before);
    if (user + system >= shortest) return (user + system) / (travellers * times);
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

checkEqual();
console.log(
  `${TRAVELLERS} travellers of 60 crossings; the naive count (date-fns, sets of days) on ${NAIVE_TRAVELLERS} of them, once. Processor time, medians of ${ROUNDS}.`,
);
const times = new Map(Object.keys(TASKS).map((name) => [name, [] as number[]]));
for (const { engine } of Object.values(TASKS)) timed(engine, TRAVELLERS, WARM_UP);
// Interleaved, so that a drift of the machine meets all alike.
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, { engine }] of Object.entries(TASKS)) {
    times.get(name)?.push(timed(engine, TRAVELLERS));
  }
}
for (const [name, { naive }] of Object.entries(TASKS)) {
  const each = median(times.get(name) ?? []);
  const beside = timed(naive, NAIVE_TRAVELLERS);
  console.log(
    `${name}: ${each.toFixed(2)} µs a traveller; naive ${Math.round(beside)} µs, ${Math.round(beside / each)} times as long`,
  );
}
