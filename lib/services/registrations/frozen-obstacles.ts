import { type Day, formatDay, parseDay } from "@/lib/civil-date/day";
import type { Obstacle } from "@/lib/compliance/filing";

type Frozen = Record<string, string | null>;

/** What an obstacle holds that is a day. */
const DAYS: readonly string[] = ["since", "until", "ended", "begins", "expired"];

/** Obstacles as they are frozen: days written out. */
export function freezeObstacles(obstacles: readonly Obstacle[]): Frozen[] {
  return obstacles.map((obstacle) =>
    Object.fromEntries(
      Object.entries(obstacle).map(([key, value]) => [
        key,
        typeof value === "number" ? formatDay(value as Day) : value,
      ]),
    ),
  );
}

/** Frozen obstacles as they were. */
export function thawObstacles(frozen: readonly Readonly<Frozen>[]): Obstacle[] {
  return frozen.map(
    (entry) =>
      Object.fromEntries(
        Object.entries(entry).map(([key, value]) => [
          key,
          DAYS.includes(key) && value !== null ? parseDay(value) : value,
        ]),
      ) as Obstacle,
  );
}
