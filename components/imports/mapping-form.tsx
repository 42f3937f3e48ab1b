"use client";

import { useTranslations } from "next-intl";
import { type Option, Select } from "@/components/ui/select";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ImportField, ImportKind, ImportTarget } from "@/lib/db/import/import-words";
import { ColumnField, columnQuestion, type MappedColumn } from "./column-field";
import { forgetChoices, keepChoice, keptChoice } from "./kept-choices";
import { labelOf } from "./target-label";

export type { MappedColumn };

export type ConstantField = {
  field: ImportField;
  label: string;
  /** Null: any text. */
  options: readonly Option[] | null;
  value: string;
};

const constantQuestion = ({ field }: ConstantField) => `constant ${field}`;

/** Which column is read as what, with sample values; a person may say otherwise and have the file read again. */
export function MappingForm({
  importId,
  kind,
  columns,
  targets,
  constants,
  action,
}: {
  importId: string;
  kind: ImportKind;
  columns: readonly MappedColumn[];
  targets: readonly ImportTarget[];
  constants: readonly ConstantField[];
  action: FormAction<null>;
}) {
  const t = useTranslations("imports");
  const { outcome, send } = useSentForm(action);
  const options = targets.map((target) => ({
    value: target,
    label: t(`fields.${labelOf(kind, target)}`),
  }));
  return (
    <form
      action={send}
      onReset={keepEntered}
      onSubmit={() =>
        forgetChoices(importId, [
          ...columns.map((column, index) => columnQuestion(index, column)),
          ...constants.map(constantQuestion),
        ])
      }
      className="space-y-4"
    >
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="columns" value={columns.length} />
      <ul className="grid gap-x-6 gap-y-4 md:grid-cols-2 xl:grid-cols-3">
        {columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; headings repeat.
          <li key={index} className="min-w-0">
            <ColumnField importId={importId} index={index} column={column} options={options} />
          </li>
        ))}
      </ul>
      <Constants importId={importId} constants={constants} />
      <SubmitButton look="plain">{t("mapping.readAgain")}</SubmitButton>
    </form>
  );
}

/** One value for all rows, where the file has no column for it. */
function Constants({
  importId,
  constants,
}: {
  importId: string;
  constants: readonly ConstantField[];
}) {
  const t = useTranslations("imports.mapping");
  const keptValue = (constant: ConstantField) =>
    keptChoice(importId, constantQuestion(constant), constant.value);
  const keep = (constant: ConstantField, value: string) =>
    keepChoice(importId, constantQuestion(constant), value);
  return (
    <details open={constants.some((constant) => keptValue(constant) !== "")}>
      <summary className="cursor-pointer py-1 text-lake">{t("constants")}</summary>
      <p className="text-muted text-sm">{t("constantsHint")}</p>
      <div className="mt-2 grid gap-x-6 gap-y-3 md:grid-cols-2 xl:grid-cols-3">
        {constants.map((constant) => {
          const { field, label, options } = constant;
          const shared = {
            name: `constant-${field}`,
            label,
            defaultValue: keptValue(constant),
            onChange: ({ target }: { target: { value: string } }) => keep(constant, target.value),
          };
          return options ? (
            <Select key={field} {...shared} options={options} empty={t("noConstant")} />
          ) : (
            <TextField key={field} {...shared} maxLength={200} />
          );
        })}
      </div>
    </details>
  );
}
