import { Readable } from "node:stream";
import { idInAddress } from "@/app/api/in-address";
import { withActor } from "@/app/api/with-actor";
import { openImportFile } from "@/lib/services/imports/open-import-file";

type Context = { params: Promise<{ id: string }> };

/** The file as it was uploaded, byte for byte. */
export const GET = withActor<Context>(async (_request, actor, { params }) => {
  const { fileName, fileSize, content } = await openImportFile(
    actor,
    idInAddress((await params).id),
  );
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(fileSize),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
