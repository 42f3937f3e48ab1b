import { readAnswers } from "@/app/(desk)/office/questions/read-answers";
import { withActor } from "@/app/api/with-actor";
import { settingsEffect } from "@/lib/services/office/settings-effect";

/**
 * Whose standing answers to the open questions would change, counted and not saved. A route and no action: the
 * browser runs actions one after another, while a count that nobody waits for any more must not hold up the next.
 */
export const GET = withActor(async (request, actor) => {
  const effect = await settingsEffect(actor, readAnswers(new URL(request.url).searchParams));
  return Response.json(effect, { headers: { "cache-control": "no-store" } });
});
