import { day } from "@/lib/civil-date/day";
import type { Crossing, Direction, Ground, GroundKind, StudentFacts } from "../facts";

/** Crossings from text, one each: "+2025-09-12" in, "-2025-09-14T18:30" out. Refs are their places: "#1". */
export function crossings(text: string): Crossing[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((part) => part !== "")
    .map((part, index) => {
      const [date = "", time] = part.slice(1).split("T");
      const [hour, minute] = (time ?? "").split(":").map(Number);
      const direction: Direction = part.startsWith("+") ? "entry" : "exit";
      return {
        day: day(date),
        minute: time === undefined ? null : (hour ?? 0) * 60 + (minute ?? 0),
        direction,
        ref: `#${index + 1}`,
      };
    });
}

/** A granted ground, open where `to` is null. */
export function granted(from: string, to: string | null, kind: GroundKind = "dormitory"): Ground {
  return {
    kind,
    status: "granted",
    from: day(from),
    to: to === null ? null : day(to),
    ref: `${kind} ${from}`,
  };
}

/** A student from crossings as text and grounds. */
export function student(citizenship: string, log: string, grounds: Ground[] = []): StudentFacts {
  return { citizenship, crossings: crossings(log), grounds };
}
