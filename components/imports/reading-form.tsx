"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { type FormAction, keepEntered, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { DELIMITERS, ENCODINGS, type ImportRecord } from "@/lib/db/import/import-words";
import { useReadingWords } from "./reading-words";
import { useKeptFields } from "./use-kept-fields";

/**
 * Says how the file is to be read and has it read again. Every field may be left to the file; what the file says
 * stands in its first choice.
 */
export function ReadingForm({
  record: { id, kind, format, reading },
  action,
}: {
  record: Pick<ImportRecord, "id" | "kind" | "format" | "reading">;
  action: FormAction<null>;
}) {
  const t = useTranslations("imports.reading");
  const { outcome, send } = useSentForm(action);
  const kept = useKeptFields(id, "reading");
  return (
    <form {...kept} action={send} onReset={keepEntered} className="space-y-3">
      <Refusal outcome={outcome} />
      <input type="hidden" name="importId" value={id} />
      <input type="hidden" name="kind" value={kind} />
      <div className="grid gap-x-6 gap-y-3 md:grid-cols-2 xl:grid-cols-4">
        {format?.type === "xlsx" ? (
          <SheetField format={format} chosen={reading?.sheet} />
        ) : (
          <TextFields format={format} reading={reading} />
        )}
        <TextField
          name="headerRow"
          type="number"
          min={1}
          label={t("headerRow")}
          hint={t("headerRowHint")}
          defaultValue={reading?.headerRow ?? ""}
        />
        <Select
          name="headerRows"
          label={t("headerRows")}
          options={[
            { value: "1", label: t("oneRow") },
            { value: "2", label: t("twoRows") },
            { value: "0", label: t("noRows") },
          ]}
          empty={t("byItself")}
          defaultValue={reading?.headerRows ?? ""}
        />
      </div>
      {format?.type === "xlsx" ? (
        <Checkbox
          name="hiddenRows"
          value="no"
          label={t("leaveHidden")}
          hint={t("leaveHiddenHint")}
          defaultChecked={reading?.hiddenRows === false}
        />
      ) : null}
      <div>
        <SubmitButton look="plain">{t("readOtherwise")}</SubmitButton>
      </div>
    </form>
  );
}

function SheetField({
  format,
  chosen,
}: {
  format: NonNullable<ImportRecord["format"]>;
  chosen: string | undefined;
}) {
  const t = useTranslations("imports.reading");
  const options = (format.sheets ?? []).map(({ name, rows, hidden }) => ({
    value: name,
    label: t("sheetOption", {
      name,
      rows: rows ?? 0,
      counted: rows === null ? "no" : "yes",
      hidden: hidden ? "yes" : "no",
    }),
  }));
  return (
    <Select
      name="sheet"
      label={t("sheet")}
      options={options}
      empty={t("byItself")}
      defaultValue={chosen ?? ""}
    />
  );
}

function TextFields({ format, reading }: Pick<ImportRecord, "format" | "reading">) {
  const t = useTranslations("imports.reading");
  const { encodingName, delimiterName } = useReadingWords();
  return (
    <>
      <Select
        name="encoding"
        label={t("encoding")}
        options={ENCODINGS.map((value) => ({ value, label: encodingName(value) }))}
        empty={t("byItself")}
        defaultValue={reading?.encoding ?? ""}
        hint={format?.encoding ? t("now", { value: encodingName(format.encoding) }) : undefined}
      />
      <Select
        name="delimiter"
        label={t("delimiter")}
        options={DELIMITERS.map((value) => ({ value, label: delimiterName(value) }))}
        empty={t("byItself")}
        defaultValue={reading?.delimiter ?? ""}
        hint={format?.delimiter ? t("now", { value: delimiterName(format.delimiter) }) : undefined}
      />
    </>
  );
}
