import type { Day } from "@/lib/civil-date/day";

export type Direction = "entry" | "exit";

/** One crossing of the border, on its civil day in Asia/Bishkek. */
export type Crossing = {
  day: Day;
  /** Minute of the day, 0–1439; null where the source gives only the date. */
  minute: number | null;
  direction: Direction;
  /** Where it came from (file and row, database key): carried through to every explanation, never read. */
  ref: string;
  /** The document shown, opaque: equal means the same one. Never shown, never a number. */
  document?: string | null;
};

export const GROUND_KINDS = [
  "dormitory",
  "address",
  "employment",
  "residence_permit",
  "temporary_residence_permit",
  "visa",
  "kairylman",
  "meken_card",
  "resident_card",
  "other",
] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

export const GROUND_STATUSES = ["granted", "requested", "refused", "revoked"] as const;
export type GroundStatus = (typeof GROUND_STATUSES)[number];

/** A ground of stay. Only a granted one protects; both days belong to it; `to` null: no end. */
export type Ground = {
  kind: GroundKind;
  status: GroundStatus;
  from: Day;
  to: Day | null;
  ref: string;
};

/** All that the engine knows of a student. Crossings in any order. */
export type StudentFacts = {
  /** ISO 3166-1 alpha-2. */
  citizenship: string;
  /** null or absent: not known. */
  birth?: Day | null;
  crossings: readonly Crossing[];
  grounds: readonly Ground[];
};

/** Both days belong to it. */
export type AcademicYear = { from: Day; to: Day };
