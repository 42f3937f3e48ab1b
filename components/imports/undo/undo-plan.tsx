import Link from "next/link";
import { useTranslations } from "next-intl";
import { VerdictChangeGroups } from "@/components/imports/verdict-change-groups";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-heading";
import type { FormAction } from "@/components/ui/sent-form";
import { UNDO_ENTITIES, type UndoCounts } from "@/lib/db/import/undo-words";
import type { undoPreview } from "@/lib/services/imports/undo-preview";
import { GoingList } from "./going-list";
import { KeptList } from "./kept-list";
import { PeopleList } from "./people-list";
import { UndoForm } from "./undo-form";

type Preview = Awaited<ReturnType<typeof undoPreview>>;

function sumOf(counts: UndoCounts["removed"]): number {
  return UNDO_ENTITIES.reduce((sum, entity) => sum + (counts[entity] ?? 0), 0);
}

/** What taking the import back means, in the order in which one decides; then the button. */
export function UndoPlan({ preview, action }: { preview: Preview; action: FormAction<null> }) {
  const t = useTranslations("imports.undo");
  const { record, counts, kept, lists, people, effect, agreement, obstructed } = preview;
  const removed = sumOf(counts.removed);
  const restored = sumOf(counts.restored);
  const nothing = removed + restored === 0;
  return (
    <div className="space-y-6">
      {nothing ? (
        <Notice>{t(obstructed ? "obstructed" : "nothing")}</Notice>
      ) : (
        <GoingList preview={preview} />
      )}
      {lists.length > 0 ? <Lists lists={lists} /> : null}
      {people.length > 0 ? (
        <Section title={t("people.title")}>
          <PeopleList people={people} />
        </Section>
      ) : null}
      {kept.length > 0 ? (
        <Section title={t("kept")}>
          <KeptList groups={kept} />
        </Section>
      ) : null}
      {nothing ? null : (
        <Section title={t("effect")}>
          {effect.students === 0 ? <p>{t("noEffect")}</p> : <VerdictChangeGroups effect={effect} />}
        </Section>
      )}
      {obstructed ? (
        <LinkButton href={`/imports/${record.id}`}>{t("leave")}</LinkButton>
      ) : (
        <UndoForm
          importId={record.id}
          agreement={agreement}
          removed={removed}
          restored={restored}
          action={action}
        />
      )}
    </div>
  );
}

function Lists({ lists }: { lists: Preview["lists"] }) {
  const t = useTranslations("imports.undo");
  return (
    <Section title={t("lists")}>
      <ul className="space-y-1">
        {lists.map(({ id, number, state, count }) => (
          <li key={id}>
            <Link
              href={`/registrations/${id}`}
              className="text-lake underline-offset-3 hover:underline"
            >
              {number === null ? t("draft") : t("list", { number })}
            </Link>
            {": "}
            {t(state === "filed" ? "listStays" : "listLoses", { count })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
