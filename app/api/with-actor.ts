import { currentActor, type SignedIn } from "@/lib/auth/actor";
import { AppError, type RefusalCode } from "@/lib/services/app-error";

const STATUS: Record<RefusalCode, number> = {
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
};

/** A refusal as programs read it: the key of the message that explains it, and the fields to blame. */
function refuse(status: number, reason: string, fields: Record<string, string> = {}): Response {
  return Response.json({ reason, fields }, { status });
}

/** Whether a request that changes something was sent by a page of ours: another site's form is not. */
function isOurs(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  // "null" comes from sandboxed frames and is nobody's page.
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}

/**
 * A route handler that knows who asks. Without a living session: 401, and for a page opened in a
 * browser the way to the sign-in page and back; from another site: 403; a refusal of a service: 403, 404, 409, 422.
 */
export function withActor<Context>(
  handler: (request: Request, actor: SignedIn, context: Context) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    if (!isOurs(request)) return refuse(403, "otherSite");
    const actor = await currentActor();
    if (actor === null) return signInFirst(request);
    try {
      return await handler(request, actor, context);
    } catch (error) {
      if (error instanceof AppError) return refuse(STATUS[error.code], error.reason, error.fields);
      throw error;
    }
  };
}

function signInFirst(request: Request): Response {
  const wantsPage = request.headers.get("sec-fetch-mode") === "navigate";
  if (request.method !== "GET" || !wantsPage) return refuse(401, "signInFirst");
  const { pathname, search } = new URL(request.url);
  const next = encodeURIComponent(`${pathname}${search}`);
  return new Response(null, { status: 303, headers: { location: `/sign-in?next=${next}` } });
}
