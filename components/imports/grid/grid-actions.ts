import type { FormOutcome } from "@/components/ui/form-outcome";
import type { GroupRef, GroupText, Replacement, ReplacePreview } from "@/lib/db/import/grid-words";
import type { WaitingActs } from "@/lib/services/imports/mends/check-mends";
import type { getGrid } from "@/lib/services/imports/mends/get-grid";
import type { MendInput } from "@/lib/services/imports/mends/mend-rows";
import type { takeMendBack } from "@/lib/services/imports/mends/take-mend-back";

export type FoundGrid = Awaited<ReturnType<typeof getGrid>>;
export type TakenBack = Parameters<typeof takeMendBack>[1]["what"];
/** What came of an action; refused: `reason` is a key of messages/<locale>/errors.json. */
export type Answered<Result> = Exclude<FormOutcome<Result>, { kind: "fresh" }>;

/** What came of a mend; `waiting`: all that waits to be checked, null where it is being checked. */
export type Mended = { mendVersion: number; waiting: WaitingActs };

/** What the server does for the grid; texts go this way and stand in no address. */
export type GridActions = {
  mend: (importId: string, what: MendInput) => Promise<Answered<Mended>>;
  takeBack: (importId: string, what: TakenBack) => Promise<Answered<Mended>>;
  check: (importId: string) => Promise<Answered<null>>;
  texts: (
    importId: string,
    group: GroupRef,
  ) => Promise<Answered<{ texts: GroupText[]; more: number }>>;
  preview: (importId: string, replacement: Replacement) => Promise<Answered<ReplacePreview>>;
};
