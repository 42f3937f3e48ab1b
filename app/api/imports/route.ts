import { getTranslations } from "next-intl/server";
import { withActor } from "@/app/api/with-actor";
import { may } from "@/lib/auth/permissions";
import { type ImportKind, KINDS } from "@/lib/db/import/import-words";
import { momentInTable } from "@/lib/i18n/format-moment";
import { AppError } from "@/lib/services/app-error";
import { LARGEST_FILE, receiveFile } from "@/lib/services/imports/receive-file";

/** What a form adds around the file itself. */
const FORM_OVERHEAD = 64 * 1024;

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

function kindOf(value: FormDataEntryValue | null): ImportKind {
  const kind = KINDS.find((known) => known === value);
  if (kind === undefined) throw new AppError("invalid", "importKindMissing");
  return kind;
}

/** Cells that were copied out of a spreadsheet, as a file of their own; null where none were pasted. */
async function pastedFile(form: FormData): Promise<File | null> {
  const cells = form.get("cells");
  if (typeof cells !== "string" || cells.trim() === "") return null;
  const t = await getTranslations("imports.paste");
  return new File([cells], t("fileName", { when: momentInTable(new Date()) }), {
    type: "text/tab-separated-values",
  });
}

async function fileOf(request: Request): Promise<{ kind: ImportKind; file: File }> {
  // The form is held in memory before its parts are known: one that does not tell its length has no bound.
  const length = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (!(length <= LARGEST_FILE + FORM_OVERHEAD)) {
    throw new AppError("invalid", "fileTooLarge");
  }
  const form = await request.formData();
  const file = (await pastedFile(form)) ?? form.get("file");
  if (!(file instanceof File) || file.name === "") throw new AppError("invalid", "fileMissing");
  return { kind: kindOf(form.get("kind")), file };
}

/** Takes an uploaded file; the browser goes on to the import's page, or back with the reason. */
export const POST = withActor(async (request, actor) => {
  try {
    if (!may(actor, "imports:write")) throw new AppError("forbidden", "forbidden");
    const { kind, file } = await fileOf(request);
    const importId = await receiveFile(actor, {
      kind,
      fileName: file.name,
      content: file.stream(),
    });
    return goTo(`/imports/${importId}`);
  } catch (error) {
    if (error instanceof AppError) return goTo(`/imports?refused=${error.reason}`);
    throw error;
  }
});
