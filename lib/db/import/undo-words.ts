/** The kinds of rows that an import adds or changes. */
export const UNDO_ENTITIES = [
  "student",
  "document",
  "crossing",
  "ground",
  "residence",
  "answer",
] as const;
export type UndoEntity = (typeof UNDO_ENTITIES)[number];
export type EntityCounts = Partial<Record<UndoEntity, number>>;

/** What taking an import back comes to, by kind of row. */
export type UndoCounts = {
  /** Rows that the import added and that go. */
  removed: EntityCounts;
  /** Rows that get back what they said before. */
  restored: EntityCounts;
  /** Rows, or fields of rows, that stay as they are. */
  kept: EntityCounts;
  /** Students whom it touches. */
  students: number;
};

export const KEPT_REASONS = [
  "inLaterFile",
  "onFiledList",
  "hasOtherFacts",
  "enteredByHand",
  "setAside",
  "changedSince",
  "mergedSince",
  "merged",
  "inCrossings",
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/** What has to be taken back first; where nothing else would be, taking the import back would only lose the way to do it. */
export const OBSTACLES: readonly KeptReason[] = ["hasOtherFacts", "merged"];

/** Rows that stay for one reason; `field` is a column of the table, null where the whole row stays. */
export type KeptGroup = {
  entity: UndoEntity;
  reason: KeptReason;
  field: string | null;
  importId: string | null;
  fileName: string | null;
  writtenAt: Date | null;
  listId: string | null;
  listNumber: number | null;
  count: number;
  /** Of students who stay: what the import alone had said of them and goes, a column and of how many; documents by their number. */
  cleared: { field: string; count: number }[];
  /** At most 1000. */
  studentIds: number[];
};

/** A request list with students whom it touches. */
export type ListConcerned = {
  id: string;
  number: number | null;
  state: "draft" | "filed";
  count: number;
};

/** Rows of a kind that go, or get back what they said, by whose they are. */
export type GoingGroup = {
  what: "removed" | "restored";
  entity: UndoEntity;
  /** How many students' they are. */
  studentCount: number;
  /** At most 1000. */
  studentIds: number[];
  /** Of what is restored: a column and of how many rows. */
  fields: { field: string; count: number }[];
};

/** Crossings entered by hand that stay without the other half of the stay, and whose they are. */
export type LeftAlone = { count: number; studentCount: number; studentIds: number[] };
