import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-field";
import { KINDS } from "@/lib/db/import/import-words";

/** Cells out of a spreadsheet instead of a file. A plain form: it works without scripts as well. */
export function PasteForm() {
  const t = useTranslations("imports");
  return (
    <details>
      <summary className="cursor-pointer py-1 text-lake">{t("paste.title")}</summary>
      <form
        action="/api/imports"
        method="post"
        encType="multipart/form-data"
        className="mt-2 max-w-4xl space-y-3"
      >
        <p>{t("paste.lead")}</p>
        <Select
          name="kind"
          required
          label={t("upload.kind")}
          empty=""
          options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <TextArea
          name="cells"
          required
          rows={6}
          wrap="off"
          spellCheck={false}
          label={t("paste.cells")}
          hint={t("paste.cellsHint")}
        />
        <SubmitButton pending={t("upload.sending")}>{t("paste.send")}</SubmitButton>
      </form>
    </details>
  );
}
