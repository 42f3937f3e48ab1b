"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportKind } from "@/lib/db/import/import-words";
import type { FoundImport } from "./import-refused";
import { useKeptFields } from "./use-kept-fields";

type EmptyColumn = FoundImport["emptyColumns"][number];

/** Where cells are empty and something is recorded: what becomes of it, column by column. A person may have it erased. */
export function EmptyCells({
  importId,
  kind,
  columns,
  action,
}: {
  importId: string;
  kind: ImportKind;
  columns: readonly EmptyColumn[];
  /** Null: it is told, no more. */
  action: FormAction<null> | null;
}) {
  const list = (
    <ul className="divide-y divide-rule border-rule border-y">
      {columns.map((column) => (
        <li key={column.field} className="space-y-1 py-2">
          <Told column={column} />
          {action && column.erasable ? <Choice column={column} /> : null}
        </li>
      ))}
    </ul>
  );
  return action && columns.some(({ erasable }) => erasable) ? (
    <Chosen importId={importId} kind={kind} action={action}>
      {list}
    </Chosen>
  ) : (
    list
  );
}

function Told({ column: { field, erasable, kept, erased, rows } }: { column: EmptyColumn }) {
  const t = useTranslations("imports");
  const count = kept + erased;
  const words = erased > 0 ? "erased" : erasable ? "kept" : "stays";
  return (
    <>
      <p className={erased > 0 ? "text-over" : undefined}>
        {t(`emptyCells.${words}`, {
          field: t(`fields.${field}`),
          count,
        })}
      </p>
      <p className="text-muted text-sm tabular-nums">
        {t("emptyCells.rows", {
          count: rows.length,
          rows: rows.join(", "),
          more: count > rows.length ? "yes" : "no",
        })}
      </p>
    </>
  );
}

function Choice({ column: { field, erased } }: { column: EmptyColumn }) {
  const t = useTranslations("imports");
  return (
    <Checkbox
      name="erase"
      value={field}
      defaultChecked={erased > 0}
      aria-label={`${t(`fields.${field}`)}: ${t("emptyCells.erase")}`}
      label={t("emptyCells.erase")}
    />
  );
}

function Chosen({
  importId,
  kind,
  action,
  children,
}: {
  importId: string;
  kind: ImportKind;
  action: FormAction<null>;
  children: ReactNode;
}) {
  const t = useTranslations("imports");
  const { outcome, send } = useSentForm(action);
  const keptFields = useKeptFields(importId, "emptyCells");
  return (
    <form {...keptFields} action={send} onReset={keepEntered} className="space-y-3">
      <p className="text-muted text-sm">{t("emptyCells.lead")}</p>
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="emptyCells" value="asked" />
      {children}
      <SubmitButton look="plain" pending={t("decisions.reading")}>
        {t("emptyCells.apply")}
      </SubmitButton>
    </form>
  );
}
