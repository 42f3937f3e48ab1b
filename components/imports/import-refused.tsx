import type { FormAction } from "@/components/ui/sent-form";
import type { getImport } from "@/lib/services/imports/get-import";
import { ColumnsPart } from "./columns-part";
import { DiscardForm } from "./discard-form";
import { KindForm } from "./kind-form";
import { ReadingForm } from "./reading-form";
import { ReadingTold } from "./reading-told";
import { RecalledNotice } from "./recalled-notice";
import { RefusalNotice } from "./refusal-notice";

export type FoundImport = Awaited<ReturnType<typeof getImport>>;
export type ImportActions = Readonly<
  Record<
    "writeRows" | "discard" | "readAgain" | "readOtherwise" | "decideMeanings" | "compareLog",
    FormAction<null>
  >
>;

/** What another encoding, delimiter or heading may mend, though the file could not be opened as a table. */
const TEXT_FAULTS: ReadonlySet<string> = new Set([
  "unknownEncoding",
  "wrongEncoding",
  "unclosedQuote",
  "recordTooLong",
  "tooManyColumns",
  "noSuchSheet",
]);

/** Whether a column that is missing may be one that is too unsure to be read unasked. */
function isProposed({ record: { problem, format } }: FoundImport): boolean {
  const unsure = format?.columns?.some(({ target, proposal }) => !target && proposal) ?? false;
  return (problem?.code === "missingColumns" || problem?.code === "noHeading") && unsure;
}

/** A file that was not read: why, and what can be done here and now. */
export function ImportRefused({
  found,
  actions,
}: {
  found: FoundImport;
  actions: ImportActions | null;
}) {
  const { id, problem, format, mapping } = found.record;
  return (
    <div className="space-y-5">
      {problem ? <RefusalNotice problem={problem} proposed={isProposed(found)} /> : null}
      {actions && problem?.code === "wrongKind" ? (
        <KindForm importId={id} kind={problem.looksLike} action={actions.readAgain} />
      ) : null}
      {format ? <ReadingTold format={format} mayChange={actions !== null} /> : null}
      {actions && (format || TEXT_FAULTS.has(problem?.code ?? "")) ? (
        <ReadingForm record={found.record} action={actions.readOtherwise} />
      ) : null}
      {format ? (
        <RecalledNotice format={format} dormitories={found.dormitories} mayChange={false} />
      ) : null}
      {actions && format && mapping && mapping.length > 0 ? (
        <ColumnsPart found={found} action={actions.readAgain} proposed />
      ) : null}
      {actions ? (
        <DiscardForm importId={id} lost={found.wouldLose} action={actions.discard} />
      ) : null}
    </div>
  );
}
