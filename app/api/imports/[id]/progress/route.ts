import { idInAddress } from "@/app/api/in-address";
import { withActor } from "@/app/api/with-actor";
import { getProgress } from "@/lib/services/imports/get-progress";

type Context = { params: Promise<{ id: string }> };

/** How an import is now: what an open page asks while a job works on it. */
export const GET = withActor<Context>(async (_request, actor, { params }) => {
  const moves = await getProgress(actor, { importId: idInAddress((await params).id) });
  return Response.json(moves, { headers: { "cache-control": "private, no-store" } });
});
