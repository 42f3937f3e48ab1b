import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/sent-form";
import type { ImportKind } from "@/lib/db/import/import-words";
import { LikelyPeople } from "./likely-people";
import { likelyRows, namesakeRows } from "./likely-rows";
import type { FoundQuestions } from "./people-questions";
import { useReasonWords } from "./reason-words";

/** Questions that can be answered many at once: rows of one student by name, and those that are called like another row. */
export function ManyAtOnce({
  importId,
  kind,
  found: { likely, namesakes },
  action,
}: {
  importId: string;
  kind: ImportKind;
  found: FoundQuestions;
  action: FormAction<null>;
}) {
  const people = useTranslations("people.fields");
  const reasons = useReasonWords();
  const locale = useLocale();
  const words = { reasons, field: (field: Parameters<typeof people>[0]) => people(field) };
  // What is confirmed leaves its list, and so do its ticks: hence the keys.
  return (
    <>
      {likely.total > 1 ? (
        <LikelyPeople
          key={likely.people.map(({ identityKey }) => identityKey).join()}
          about="likely"
          importId={importId}
          rows={likelyRows(likely.people, locale, words)}
          total={likely.total}
          action={action}
        />
      ) : null}
      {kind === "roster" && namesakes.total > 1 ? (
        <LikelyPeople
          key={namesakes.rows.map(({ identityKey }) => identityKey).join()}
          about="twins"
          importId={importId}
          rows={namesakeRows(namesakes.rows, locale, words.field)}
          total={namesakes.total}
          action={action}
        />
      ) : null}
    </>
  );
}
