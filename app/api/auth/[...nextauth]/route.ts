import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { requestOrigin } from "@/lib/auth/request-origin";
import { signIn } from "@/lib/services/access/sign-in";
import { signOut } from "@/lib/services/access/sign-out";

const options = () =>
  authOptions({
    open: async (credentials, headers) => {
      const outcome = await signIn(credentials, requestOrigin(headers));
      return outcome.kind === "open" ? outcome.sessionId : null;
    },
    close: signOut,
  });

/** next-auth's endpoints, for programs: csrf, callback/credentials, session, signout. */
async function handle(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return NextAuth(request, context, options());
}

export { handle as GET, handle as POST };
