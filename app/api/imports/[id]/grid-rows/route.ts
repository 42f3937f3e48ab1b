import { shownOf } from "@/app/(desk)/imports/[id]/grid/shown-of";
import { withActor } from "@/app/api/with-actor";
import { getGridRows } from "@/lib/services/imports/mends/get-grid";

type Context = { params: Promise<{ id: string }> };

/** A window of the grid: the rows from one row number to another that the address's filter lets through. */
export const GET = withActor<Context>(async (request, actor, { params }) => {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { from, to } = search;
  const found = await getGridRows(actor, {
    importId: (await params).id,
    ...shownOf(search),
    from: Number(from),
    to: to === undefined ? null : Number(to),
  });
  return Response.json(found, { headers: { "cache-control": "private, no-store" } });
});
