import type { FormOutcome } from "@/components/ui/form-outcome";
import type { GroupRef, GroupText, Replacement, ReplacePreview } from "@/lib/db/import/grid-words";
import type { getGrid } from "@/lib/services/imports/mends/get-grid";
import type { MendInput } from "@/lib/services/imports/mends/mend-rows";
import type { takeMendBack } from "@/lib/services/imports/mends/take-mend-back";

export type FoundGrid = Awaited<ReturnType<typeof getGrid>>;
export type TakenBack = Parameters<typeof takeMendBack>[1]["what"];
/** What came of an action; refused: `reason` is a key of messages/<locale>/errors.json. */
export type Answered<Result> = Exclude<FormOutcome<Result>, { kind: "fresh" }>;

/** What the server does for the grid; texts go this way and stand in no address. */
export type GridActions = {
  mend: (importId: string, what: MendInput) => Promise<Answered<{ mendVersion: number }>>;
  takeBack: (importId: string, what: TakenBack) => Promise<Answered<{ mendVersion: number }>>;
  check: (importId: string) => Promise<Answered<null>>;
  texts: (
    importId: string,
    group: GroupRef,
  ) => Promise<Answered<{ texts: GroupText[]; more: number }>>;
  preview: (importId: string, replacement: Replacement) => Promise<Answered<ReplacePreview>>;
};
