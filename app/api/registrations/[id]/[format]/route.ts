import { idInAddress, wordInAddress } from "@/app/api/in-address";
import { withActor } from "@/app/api/with-actor";
import { downloadList } from "@/lib/services/registrations/download-list";

type Context = { params: Promise<{ id: string; format: string }> };
type Input = Parameters<typeof downloadList>[1];

/** A filed list as a workbook or CSV. `?locale=` asks for captions in another language than Russian. */
export const GET = withActor<Context>(async (request, actor, { params }) => {
  const { id, format } = await params;
  const locale = new URL(request.url).searchParams.get("locale") ?? undefined;
  // Text from an address; the service's schema decides what of it can be asked for.
  const { fileName, contentType, content } = await downloadList(actor, {
    listId: idInAddress(id),
    format: wordInAddress(format, ["xlsx", "csv"]),
    locale,
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
