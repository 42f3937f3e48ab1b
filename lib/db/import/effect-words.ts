import type { Verdict } from "@/lib/compliance/assessment";

/** What an import that is ready would mean for students, found out after it was read; of a written one, what it meant. */
export type ImportEffect =
  | {
      /** YYYY-MM-DD: the verdicts are those of this day. */
      asOf: string;
      /** The facts and the basis by which it was found out: of others it may be another. Left out of older ones. */
      factsVersion?: number;
      basis?: string;
      /** Students whom its new and changed rows are about. */
      students: number;
      /**
       * Of a log: the last one with the same columns, whose students are missed; null: it is the first. `part`: of so many of
       * its students who have crossings on the days of this one fewer than half are here, so that nobody is missed. `isLeftOut`: that one
       * was not compared with the one before it, so this one is not either unless a person says so; left out of older ones.
       */
      lastLog: {
        id: string;
        fileName: string;
        part?: { here: number; there: number };
        isLeftOut?: boolean;
      } | null;
      /** Rows that could not be read, or contradict another, and name nobody who is known; left out of older ones. */
      unread?: number;
    }
  | { failed: true };

/**
 * verdict: stands otherwise; added: new; absent: known, but not in the roster; vanished: in the last log only, on the same days; broken: after an entry
 * there would be no exit, or before an exit no entry, where it was not so before. Of a
 * dormitory list: housed: it is known now where the student lives; moved: lives elsewhere than was known; movedOut: has
 * left; unlisted: lives in one of its dormitories by our records, but is not in it. Of an authority's answer: what it
 * answered; replaced: another registration ends, as a person has decided; unanswered: on a list that it answers, but not in it.
 */
export type EffectKind =
  | "verdict"
  | "added"
  | "housed"
  | "moved"
  | "movedOut"
  | "broken"
  | "vanished"
  | "absent"
  | "unlisted"
  | "registered"
  | "refused"
  | "returned"
  | "replaced"
  | "unanswered";

/** Students for whom an import means the same, the first of them by name. */
export type EffectGroup = {
  count: number;
  students: EffectStudent[];
} & (
  | { kind: Exclude<EffectKind, "unanswered">; before: Verdict | null; after: Verdict | null }
  /** `before`: the number of the list. */
  | { kind: "unanswered"; before: string; after: null }
);

/** Of a student who is added there is no key yet, but a row. */
export type EffectStudent = {
  studentId: number | null;
  /** Null: of whom there is no key yet. */
  studentNo: string | null;
  rowNo: number | null;
  name: string;
};
