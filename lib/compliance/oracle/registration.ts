import { isWeekend } from "./calendar";
import { type Scene, STAY_HORIZON, worldToday } from "./oracle-reading";
import { isCounted, usedDays } from "./used-days";
import { worldOf } from "./world";

/** How an office reads the duty to register: A12, and the days that are no working days. */
export type DutyRules = {
  registrationTrigger: "perStay" | "inWindow";
  holidays: readonly number[];
};

/** docs/rules.md, section 6: the last of the free days, the day of entry being the first. */
function lastFreeDay(entry: number, days: number, isFree: (day: number) => boolean): number {
  let day = entry - 1;
  for (let left = days; left > 0; ) {
    day += 1;
    if (isFree(day)) left -= 1;
  }
  return day;
}

/** A12: the day before the counted days in the window exceed the free ones, in this stay; null: they never do. */
function lastFreeInWindow(scene: Scene, entry: number, free: number, window: number) {
  const open = scene.stays[scene.stays.length - 1]?.entry ?? entry;
  const rule = scene.ruleOn(scene.asOf);
  if (rule === null) return null;
  const today = worldToday(scene);
  const end = scene.asOf + STAY_HORIZON;
  const going = { first: open, last: end };
  const world = worldOf([...today.held.slice(0, -1), going], end, scene.rest);
  const usedOn = usedDays("rolling", world, { ...rule, window });
  for (let d = entry; d <= end; d += 1) {
    if (usedOn(d) > free && isCounted(world, rule.countsFrom, d)) return Math.max(entry, d - 1);
  }
  return null;
}

/** The last day without registration of the open stay that begins on `entry`, or on a later one in a row; null: no duty. */
export function lastDayFree(scene: Scene, entry: number, rules: DutyRules): number | null {
  const rule = scene.ruleOn(scene.asOf);
  if (!rule?.free) return null;
  const { days, unit } = rule.free;
  const window = rule.limits.find((limit) => limit.kind === "window");
  if (unit === "calendar" && rules.registrationTrigger === "inWindow" && window) {
    return lastFreeInWindow(scene, entry, days, window.within);
  }
  return lastFreeDay(
    entry,
    days,
    (day) => unit === "calendar" || !(isWeekend(day) || rules.holidays.includes(day)),
  );
}
