import type { Day } from "@/lib/civil-date/day";
import type { Direction } from "@/lib/compliance/facts";
import type { Chance } from "./chance";

/** One line of the border log. */
export type DemoCrossing = {
  direction: Direction;
  day: Day;
  /** Minute of the day in Bishkek. */
  minute: number;
  /** As the log writes it. */
  checkpoint: string;
  documentNo: string;
};

/** Posts on the border with Kazakhstan, by how often students take them. */
const ROADS = [
  ...Array.from({ length: 13 }, () => "Ак-Жол"),
  "Токмок",
  "Токмок",
  "Кен-Булун",
  "Ак-Тилек",
  "Чалдыбар",
] as const;

/** Early in the day, before lectures; and late, after them. */
const MORNING = [390, 560] as const;
const EVENING = [1020, 1290] as const;

/** Crossings on days that alternate entry, exit, entry, …; two on one day come in their order. */
export function makeCrossings(
  chance: Chance,
  days: readonly Day[],
  citizenship: string,
  documentNo: string,
): DemoCrossing[] {
  const checkpoint = citizenship === "KZ" ? chance.pick(ROADS) : "Манас";
  return days.map((day, place) => {
    const direction = place % 2 === 0 ? "entry" : "exit";
    const span = spanOf(direction, day === days[place - 1], day === days[place + 1]);
    return { direction, day, minute: chance.int(span[0], span[1]), checkpoint, documentNo };
  });
}

function spanOf(direction: Direction, afterAnother: boolean, beforeAnother: boolean) {
  if (afterAnother) return EVENING;
  if (beforeAnother) return MORNING;
  return direction === "entry" ? ([840, 1290] as const) : ([600, 1200] as const);
}

/** What can be wrong with a log. */
export type Flaw = "exitMissing" | "entryMissing" | "doubled";

/** The log with one flaw in its last return trip; as it was where it has no such trip. */
export function withFlaw(crossings: readonly DemoCrossing[], flaw: Flaw): DemoCrossing[] {
  const exit = crossings.findLastIndex(
    ({ direction }, place) => direction === "exit" && place < crossings.length - 1,
  );
  if (exit < 1) return [...crossings];
  const at = { exitMissing: exit, entryMissing: exit - 1, doubled: exit + 1 }[flaw];
  if (flaw !== "doubled") return crossings.filter((_, place) => place !== at);
  return crossings.flatMap((crossing, place) => (place === at ? [crossing, crossing] : [crossing]));
}
