import { useTranslations } from "next-intl";
import { FileDrop } from "@/components/ui/file-drop";
import { SubmitButton } from "@/components/ui/submit-button";
import { type ImportKind, KINDS } from "@/lib/db/import/import-words";

/** A file and what it holds; `chosen` is marked from the beginning. A plain form: it works without scripts as well. */
export function UploadForm({ chosen }: { chosen: ImportKind | undefined }) {
  const t = useTranslations("imports");
  return (
    <form
      action="/api/imports"
      method="post"
      encType="multipart/form-data"
      className="grid max-w-4xl gap-5 lg:grid-cols-2"
    >
      <fieldset>
        <legend className="mb-1 font-medium text-sm">{t("upload.kind")}</legend>
        {KINDS.map((kind) => (
          <label key={kind} className="flex items-start gap-2 border-rule border-t py-2">
            <input
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={kind === chosen}
              required
              className="mt-0.75 size-4"
            />
            <span>
              {t(`kinds.${kind}`)}
              <span className="block text-muted text-sm">{t(`upload.kindHints.${kind}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="space-y-3">
        <FileDrop name="file" required label={t("upload.file")} hint={t("upload.fileHint")} />
        <SubmitButton pending={t("upload.sending")}>{t("upload.send")}</SubmitButton>
        <p className="text-muted text-sm">{t("upload.promise")}</p>
      </div>
    </form>
  );
}
