import { getLocale, getTranslations } from "next-intl/server";
import { withActor } from "@/app/api/with-actor";
import { KINDS } from "@/lib/db/import/import-words";
import { AppError } from "@/lib/services/app-error";
import { importTemplate } from "@/lib/services/imports/import-template";
import { templateWords } from "@/lib/services/imports/template-words";
import { listDormitories } from "@/lib/services/office/dormitories";

type Context = { params: Promise<{ kind: string }> };

/** A workbook to be filled in and imported, in the language of whoever asks. */
export const GET = withActor<Context>(async (_request, actor, { params }) => {
  const asked = (await params).kind;
  const kind = KINDS.find((known) => known === asked);
  if (kind === undefined) throw new AppError("notFound", "notFound");
  const t = await getTranslations("imports.template");
  const dormitories = (await listDormitories(actor, {})).map(({ name }) => name);
  const content = await importTemplate(kind, await templateWords(await getLocale(), dormitories));
  return new Response(Buffer.from(content), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${t(`fileName.${kind}`)}.xlsx`)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
