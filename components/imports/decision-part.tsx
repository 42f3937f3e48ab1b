import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/page-heading";
import { holdsPairs, stayingOut } from "@/lib/db/import/import-words";
import { CommitPart } from "./commit-part";
import { DiscardForm } from "./discard-form";
import type { FoundImport, ImportActions } from "./import-refused";
import { UnreadSheets } from "./unread-sheets";

/** What is to be decided, before all that is long: how many rows are what, where to look first, and the buttons. Afterwards: what was done. */
export function DecisionPart({
  found,
  actions,
  isNoticed,
}: {
  found: FoundImport;
  actions: ImportActions | null;
  /** Whether anything is remarked of the rows. */
  isNoticed: boolean;
}) {
  const t = useTranslations("imports.decide");
  const { record } = found;
  if (record.state !== "ready") return <CommitPart found={found} actions={actions} />;
  const { new: added = 0, changed = 0, unchanged = 0 } = record.counts ?? {};
  const counts = { added, changed, unchanged, out: stayingOut(record.counts) };
  return (
    <Section title={t("title")}>
      <div className="space-y-3">
        <p className="tabular-nums">{t("counts", counts)}</p>
        {holdsPairs(record) ? <p className="text-muted text-sm">{t("pairs")}</p> : null}
        {record.format ? <UnreadSheets format={record.format} /> : null}
        <LookFirst found={found} mayDecide={actions !== null} isNoticed={isNoticed} />
        <div className="flex flex-col items-start gap-3">
          <CommitPart found={found} actions={actions} />
          {actions === null ? null : (
            <DiscardForm importId={record.id} lost={found.wouldLose} action={actions.discard} />
          )}
        </div>
      </div>
    </Section>
  );
}

function LookFirst({
  found: { record, words, questions, emptyColumns },
  mayDecide,
  isNoticed,
}: {
  found: FoundImport;
  mayDecide: boolean;
  isNoticed: boolean;
}) {
  const t = useTranslations("imports");
  const asks = mayDecide && words.length + questions.length > 0;
  const parts = [
    { id: "people", title: t("people.title"), isThere: (record.counts?.toConfirm ?? 0) > 0 },
    { id: "decisions", title: t("decisions.title"), isThere: asks },
    { id: "effect", title: t("effect.title", { tense: "will" }), isThere: true },
    { id: "empty-cells", title: t("emptyCells.title"), isThere: emptyColumns.length > 0 },
    { id: "noticed", title: t("groups.title"), isThere: isNoticed },
    { id: "rows", title: t("rows.title"), isThere: true },
  ].filter(({ isThere }) => isThere);
  return (
    <nav aria-label={t("decide.look")} className="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      <p className="text-muted">{t("decide.look")}:</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="text-lake underline underline-offset-3">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
