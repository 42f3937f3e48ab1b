import { type NextRequest, NextResponse } from "next/server";

/** Decides nothing: it only passes the path on, so that requireActor can lead back to it. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-sanak-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.next({ request: { headers } });
}

// Not for api/: next buffers, and cuts, the body of an upload that passes a proxy.
export const config = { matcher: ["/((?!api/|_next/|favicon).*)"] };
