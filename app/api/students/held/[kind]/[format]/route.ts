import { getLocale } from "next-intl/server";
import { withActor } from "@/app/api/with-actor";
import { downloadHeld } from "@/lib/services/students/download-held";

type Context = { params: Promise<{ kind: string; format: string }> };
type Input = Parameters<typeof downloadHeld>[1];

/** All students, crossings or grounds that the office holds, in the columns of an import and the user's language. */
export const GET = withActor<Context>(async (_request, actor, { params }) => {
  const { kind, format } = await params;
  // Text from an address; the service's schema decides what of it can be asked for.
  const { fileName, contentType, content } = await downloadHeld(actor, {
    kind,
    format,
    locale: await getLocale(),
  } as Input);
  return new Response(content, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
