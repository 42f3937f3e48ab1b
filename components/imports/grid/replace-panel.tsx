"use client";

import { useTranslations } from "next-intl";
import { type SyntheticEvent, useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { Replacement, ReplacePreview } from "@/lib/db/import/grid-words";
import { columnName } from "./column-name";
import type { GridActions } from "./grid-actions";
import type { Column } from "./grid-columns";
import type { Mending } from "./use-mending";

const ALL = "all";

function replacementOf(form: FormData): Replacement {
  const text = (name: string) => String(form.get(name) ?? "");
  const column = text("column");
  return {
    column: column === ALL ? null : Number(column),
    find: text("find"),
    whole: form.has("whole"),
    text: text("text"),
  };
}

/** Finds a text in a column or in all, counts what would change, and changes it then. */
export function ReplacePanel({
  importId,
  columns,
  start,
  actions,
  mend,
  onClose,
}: {
  importId: string;
  columns: readonly Column[];
  /** The column that is proposed. */
  start: number;
  actions: GridActions | null;
  mend: Mending["mend"];
  onClose: () => void;
}) {
  const t = useTranslations("imports.grid.replace");
  const words = useTranslations("errors");
  const panel = useRef<HTMLFormElement>(null);
  const [counted, setCounted] = useState<{ what: Replacement; preview: ReplacePreview } | null>(
    null,
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, begin] = useTransition();
  useEffect(() => panel.current?.querySelector<HTMLInputElement>("input[name=find]")?.focus(), []);
  const count = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const what = replacementOf(new FormData(event.currentTarget));
    begin(async () => {
      const answer = await actions?.preview(importId, what);
      setRefusal(
        answer?.kind === "refused" ? (answer.fields["replacement.find"] ?? answer.reason) : null,
      );
      setCounted(answer?.kind === "done" ? { what, preview: answer.result } : null);
    });
  };
  const replace = () => {
    if (counted === null || mend === null) return;
    mend({ kind: "replace", replacements: [counted.what] }, () => setCounted(null));
  };
  const options = columns.map(({ heading }, column) => ({
    value: String(column),
    label: `${columnName(column)} ${heading}`,
  }));
  const searched = ({ column }: Replacement) =>
    column === null ? null : (options[column]?.label.trim() ?? null);
  return (
    <form
      ref={panel}
      onSubmit={count}
      onChange={() => setCounted(null)}
      className="space-y-3 border border-rule bg-sheet p-3"
      aria-label={t("title")}
    >
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          name="find"
          label={t("find")}
          error={refusal ? words(refusal) : undefined}
          autoComplete="off"
        />
        <TextField name="text" label={t("with")} autoComplete="off" />
        <Select
          name="column"
          label={t("where")}
          options={[{ value: ALL, label: t("everywhere") }, ...options]}
          defaultValue={String(start)}
        />
      </div>
      <Checkbox name="whole" label={t("whole")} hint={t("wholeHint")} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" disabled={pending || actions === null}>
          {t("count")}
        </Button>
        {counted !== null && counted.preview.cells > 0 && mend !== null ? (
          <Button size="small" look="primary" onClick={replace}>
            {t("do", { count: counted.preview.cells })}
          </Button>
        ) : null}
        <Button size="small" look="quiet" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
      <div aria-live="polite">
        {counted === null ? null : (
          <Preview preview={counted.preview} searched={searched(counted.what)} />
        )}
      </div>
    </form>
  );
}

const SHOWN = 5;

function Preview({
  preview: { cells, rows, first },
  searched,
}: {
  preview: ReplacePreview;
  /** The column that was searched; null: all. */
  searched: string | null;
}) {
  const t = useTranslations("imports.grid.replace");
  return (
    <>
      <p>
        {cells === 0 && searched !== null
          ? t("notInColumn", { column: searched })
          : t("found", { cells, rows })}
      </p>
      <ul className="text-sm">
        {first.slice(0, SHOWN).map(({ rowNo, column, before, after }) => (
          <li key={`${rowNo} ${column}`}>
            {t("one", { row: rowNo, column: columnName(column), before, after })}
          </li>
        ))}
      </ul>
    </>
  );
}
