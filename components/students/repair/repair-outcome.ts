/** What a repair did. */
export type RepairDone = "recorded" | "setAside" | "countsAgain" | "removed" | "leftoverRemoved";

/** Where on the page it was asked for: there it is told what became of it. */
export type RepairPlace = "troubles" | "crossings";

export type RepairOutcome = { done: RepairDone; place: RepairPlace };
