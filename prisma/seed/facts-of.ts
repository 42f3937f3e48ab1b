import type { StudentFacts } from "@/lib/compliance/facts";
import type { DemoStudent } from "./students";

/** What the engine needs of a student. */
export function factsOf({ studentNo, citizenship, crossings, grounds }: DemoStudent): StudentFacts {
  return {
    citizenship,
    crossings: crossings.map(({ day, minute, direction }, index) => ({
      day,
      minute,
      direction,
      ref: `${studentNo}/crossing ${index + 1}`,
    })),
    grounds: grounds.map(({ kind, status, from, to }, index) => ({
      kind,
      status,
      from,
      to,
      ref: `${studentNo}/ground ${index + 1}`,
    })),
  };
}
