import { getLocale } from "next-intl/server";
import { wordInAddress } from "@/app/api/in-address";
import { withActor } from "@/app/api/with-actor";
import { downloadHeld } from "@/lib/services/students/download-held";

type Context = { params: Promise<{ kind: string; format: string }> };

/** All students, crossings or grounds that the office holds, in the columns of an import and the user's language. */
export const GET = withActor<Context>(async (_request, actor, { params }) => {
  const { kind, format } = await params;
  const { fileName, contentType, content } = await downloadHeld(actor, {
    kind: wordInAddress(kind, ["roster", "crossings", "grounds"]),
    format: wordInAddress(format, ["xlsx", "csv"]),
    locale: await getLocale(),
  });
  return new Response(content, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
