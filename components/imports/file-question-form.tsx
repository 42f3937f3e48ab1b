"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/sent-form";
import { useQuoted } from "@/components/ui/use-quoted";
import type { ImportKind } from "@/lib/db/import/import-words";
import { AnswerForm } from "./answer-form";
import type { FoundImport } from "./import-refused";

/** One question about the whole file, with cells of it as examples; the answer mends all rows that ask it. */
export function FileQuestionForm({
  importId,
  kind,
  question: { code, name, count, rows, examples, onlyMonthFirst },
  action,
}: {
  importId: string;
  kind: ImportKind;
  question: FoundImport["questions"][number];
  action: FormAction<null>;
}) {
  const t = useTranslations("imports.decisions");
  const quoted = useQuoted();
  return (
    <AnswerForm
      importId={importId}
      kind={kind}
      name={name}
      given={null}
      examples={examples}
      ask={t(`questions.${code}.ask`, { count })}
      action={action}
    >
      <p className="text-muted text-sm tabular-nums">
        {t("rows", {
          count: new Set(rows).size,
          rows: [...new Set(rows)].join(", "),
          more: count > rows.length ? "yes" : "no",
        })}
        {examples.length > 0 ? ` ${examples.map(({ text }) => quoted(text)).join(", ")}` : null}
      </p>
      {onlyMonthFirst === undefined ? null : (
        <p>{t("onlyMonthFirst", { date: quoted(onlyMonthFirst) })}</p>
      )}
    </AnswerForm>
  );
}
